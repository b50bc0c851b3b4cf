// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

/** Chat rooms in the first answer after login. */
public enum InitRooms {
  /** Members without names. */
  HALF_EMPTY,
  /** Everything. */
  COMPLETE
}
