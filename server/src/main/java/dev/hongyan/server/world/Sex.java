// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

/** What an account says of itself. */
public enum Sex {
  UNKNOWN,
  MALE,
  FEMALE
}
