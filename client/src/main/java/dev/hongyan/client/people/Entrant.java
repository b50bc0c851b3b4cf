// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.people;

import dev.hongyan.protocol.UserName;

/**
 * Somebody whom a wish about a chat room was about.
 *
 * @param userName valid within this session only
 * @param name what to call them; empty if not told
 */
public record Entrant(UserName userName, String name, Standing standing) {

  /** What became of them. */
  public enum Standing {
    /** Is in the room. */
    IN,
    /** Is not in the room, or not yet: has been invited and must agree. */
    INVITED,
    /** Is not in the room any more. */
    OUT,
    /** Has blocked the account, and so stays out (protocol reference 3.29). */
    BLOCKED_YOU,
    /** Has deleted the account, or never was a friend, and so stays out. */
    NO_FRIEND,
    /** Could not be found out. */
    UNKNOWN
  }
}
