// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.room;

import dev.hongyan.protocol.contact.Member;

/** What became of somebody who was to join a room (protocol reference 3.29). */
public enum RoomMemberStatus {
  /** Has joined, or was invited. */
  FINE(0),
  /** Has blocked the account. */
  BLOCKED_YOU(3),
  /** Has deleted the account, or never was a friend. */
  NO_FRIEND(4),
  /** Any other number. */
  UNKNOWN(-1);

  private final int code;

  RoomMemberStatus(int code) {
    this.code = code;
  }

  /** As on the wire. */
  public int code() {
    return code;
  }

  /** What became of this one. */
  public static RoomMemberStatus of(Member member) {
    return switch (member.status()) {
      case 0 -> FINE;
      case 3 -> BLOCKED_YOU;
      case 4 -> NO_FRIEND;
      default -> UNKNOWN;
    };
  }
}
