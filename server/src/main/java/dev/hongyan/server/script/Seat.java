// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.script;

import dev.hongyan.server.world.Account;
import dev.hongyan.server.world.AccountId;
import dev.hongyan.server.world.MemberEdit;
import dev.hongyan.server.world.Room;
import dev.hongyan.server.world.RoomOutcome;
import dev.hongyan.server.world.World;
import java.util.Arrays;
import java.util.List;

/** Somebody's place in a chat room, and what he does from there on his phone. */
public final class Seat {

  private final World world;
  private final AccountId member;
  private final Room room;

  Seat(World world, Account member, Room room) {
    this.world = world;
    this.member = member.id();
    this.room = room;
  }

  /**
   * Gives the room another name.
   *
   * @throws IllegalStateException if he may not
   */
  public void renames(String name) {
    require(world.rooms().rename(member, room.id(), name));
  }

  /**
   * Brings friends in, or invites them if it is a large room.
   *
   * @return what became of each
   * @throws IllegalStateException if he may not
   */
  public List<RoomOutcome.Entrant> brings(Person... friends) {
    return require(world.memberships().add(member, room.id(), ids(friends), false)).people();
  }

  /** Says yes to an invitation. */
  public void accepts() {
    world.memberships().accept(member, room.id());
  }

  /**
   * Puts people out.
   *
   * @throws IllegalStateException if it is not his room
   */
  public void removes(Person... people) {
    var ignored = require(world.memberships().remove(member, room.id(), ids(people)));
  }

  /**
   * Leaves.
   *
   * @throws IllegalStateException if he is not in it
   */
  public void leaves() {
    var ignored = require(world.memberships().leave(member, room.id(), true));
  }

  /**
   * Passes the room on.
   *
   * @throws IllegalStateException if it is not his, or the other one is not in it
   */
  public void passesOnTo(Person other) {
    require(world.rooms().passOn(member, room.id(), other.account().id()));
  }

  /** Changes what is his own affair here. */
  public void edits(MemberEdit edit) {
    world.rooms().edit(member, room.id(), edit);
  }

  private static RoomOutcome.Done require(RoomOutcome outcome) {
    return switch (outcome) {
      case RoomOutcome.Done done -> done;
      case RoomOutcome.Refused refused ->
          throw new IllegalStateException("he may not: " + refused.refusal());
    };
  }

  private static List<AccountId> ids(Person... people) {
    return Arrays.stream(people).map(person -> person.account().id()).toList();
  }
}
