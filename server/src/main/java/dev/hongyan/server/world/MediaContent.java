// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

/** The content of media messages. */
public enum MediaContent {
  /** A text without structure. */
  OPAQUE,
  /** A description. */
  XML,
  /** Nothing. */
  EMPTY
}
