// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import java.util.List;
import java.util.stream.Stream;

/**
 * A chat room that is to be.
 *
 * @param name short name, 1 to 32 of {@code a-z 0-9 -}
 * @param owner short name of an account; a member whether it is listed or not
 */
public record NewRoom(String name, String topic, String owner, List<Member> members) {

  public NewRoom {
    members = List.copyOf(members);
  }

  /** How many are in it, its owner and everybody once. */
  long size() {
    return Stream.concat(Stream.of(owner), members.stream().map(Member::account))
        .distinct()
        .count();
  }

  /**
   * Someone who is to be in it.
   *
   * @param account short name
   * @param displayName his name in this room, may be empty
   * @param saved whether he keeps the room in his address book
   * @param pinned whether it is at the top of his chats
   * @param muted whether it is silent for him
   */
  public record Member(
      String account, String displayName, boolean saved, boolean pinned, boolean muted) {

    /** Someone for whom the room is a chat among others. */
    public Member(String account, String displayName, boolean saved) {
      this(account, displayName, saved, false, false);
    }

    /** Someone by his nick name, who does not keep the room. */
    public static Member of(String account) {
      return new Member(account, "", false);
    }
  }
}
