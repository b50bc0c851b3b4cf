// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

/** Why the world does not do what an account asks. */
public enum Refusal {
  /** The other one is no contact, or has one no longer (1204, protocol reference 7.1). */
  NOT_A_CONTACT,
  /** One is not in this room, or it is gone (1201). */
  ROOM_GONE,
  /** The text is longer than {@link Messages#TEXT_LIMIT} (1 with a text). */
  TEXT_TOO_LONG,
  /** The account's phone has been away for too long (3). */
  PHONE_OFFLINE,
  /** Too often in too short a time (1205). */
  TOO_FREQUENT
}
