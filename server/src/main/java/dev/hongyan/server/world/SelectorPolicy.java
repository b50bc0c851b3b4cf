// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

/** How mail is announced. */
public enum SelectorPolicy {
  /** By what it is. */
  CORRECT,
  /** As a message, whatever it is. */
  ALWAYS_2,
  /** By numbers that nobody has explained. */
  UNKNOWN
}
