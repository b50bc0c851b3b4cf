// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

import java.util.List;

/**
 * What a note of the service tells (protocol reference 5.13). People are named as the note names
 * them; {@link #ME} is the account itself.
 */
public sealed interface Fact {

  /** The account itself. */
  String ME = "";

  /** The account has accepted somebody. */
  record FriendAdded(String name) implements Fact {}

  /** Somebody has accepted the account. */
  record AddedAsFriend(String name) implements Fact {}

  /**
   * People have come into the room.
   *
   * @param by who invited them
   */
  record Invited(String by, List<String> names) implements Fact {

    public Invited {
      names = List.copyOf(names);
    }
  }

  /**
   * The account has come into the room.
   *
   * @param by who invited it
   * @param others who are there, as far as told
   */
  record InvitedMe(String by, List<String> others) implements Fact {

    public InvitedMe {
      others = List.copyOf(others);
    }
  }

  /**
   * Somebody has come into the room by its code.
   *
   * @param by whose code it was
   */
  record JoinedByCode(String name, String by) implements Fact {}

  /** The account has put somebody out of the room. */
  record Removed(List<String> names) implements Fact {

    public Removed {
      names = List.copyOf(names);
    }
  }

  /** Somebody has put the account out of the room. */
  record RemovedMe(String by) implements Fact {}

  /** The room has another name. */
  record Renamed(String by, String name) implements Fact {}

  /** There is a red packet, or the account has sent one. */
  record RedPacketSeen(boolean isMine) implements Fact {}

  /** Somebody asks the room for money. */
  record GroupPayment() implements Fact {}

  /** Nobody shows any more where they are. */
  record LiveLocationOver() implements Fact {}

  /** Somebody has patted somebody. */
  record Pat(String by, String whom) implements Fact {}

  /** The last message did not arrive: the other one has deleted the account. */
  record NotAFriend(String name) implements Fact {}

  /** The last message did not arrive: the other one refuses the account's. */
  record Blocked() implements Fact {}

  /** Something else. */
  record Unknown() implements Fact {}
}
