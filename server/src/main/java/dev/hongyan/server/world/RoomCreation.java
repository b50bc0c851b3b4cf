// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

/** What becomes of rooms that the web wants to open (protocol reference 3.29). */
public enum RoomCreation {
  /** They are opened. */
  OPEN,
  /** The answer says yes, but there is no room, and its text is XML. */
  CLOSED,
  /** Too often by now. */
  TOO_FREQUENT,
  /** Too many today. */
  TOO_MANY
}
