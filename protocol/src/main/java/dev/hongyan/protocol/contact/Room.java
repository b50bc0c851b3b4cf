// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.contact;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What only a chat room has (protocol reference 4.2).
 *
 * @param memberCount 0 in the contact list even for a room that has members
 * @param members empty in the contact list; without names in init; complete in batch answers
 * @param notices 1 if it gives notice, 0 if it is muted
 * @param encryptedId the other id of a room, given in batch answers
 * @param isOwned whether the account owns it
 */
public record Room(
    int memberCount, List<Member> members, int notices, String encryptedId, boolean isOwned) {

  /** No room. */
  public static final Room NONE = new Room(0, List.of(), 0, "", false);

  /** As many members make up the name of a room that has none. */
  private static final int NAMED_BY = 10;

  public Room {
    members = List.copyOf(members);
  }

  /** A room that is not muted, with these members. */
  public static Room of(List<Member> members, String encryptedId, boolean isOwned) {
    return new Room(members.size(), members, 1, encryptedId, isOwned);
  }

  /** The first members' names, as a name for the room. */
  String memberNames() {
    return members.stream()
        .map(Member::shownName)
        .filter(name -> !name.isEmpty())
        .limit(NAMED_BY)
        .collect(Collectors.joining(", "));
  }
}
