// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import java.util.List;

/** Who is to be in a new world, by short names. */
public record Population(
    List<NewAccount> accounts, List<Friendship> friendships, List<NewRoom> rooms) {

  public Population {
    accounts = List.copyOf(accounts);
    friendships = List.copyOf(friendships);
    rooms = List.copyOf(rooms);
  }

  /**
   * An entry in somebody's address book.
   *
   * @param notes what he noted about the other
   */
  public record Friendship(String owner, String peer, ContactEdit notes) {

    /**
     * An entry with nothing but a name.
     *
     * @param remark his own name for the other, may be empty
     */
    public Friendship(String owner, String peer, String remark) {
      this(owner, peer, ContactEdit.NONE.remark(remark));
    }
  }
}
