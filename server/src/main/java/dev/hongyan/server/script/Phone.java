// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.script;

import dev.hongyan.server.world.Account;
import dev.hongyan.server.world.EndReason;
import dev.hongyan.server.world.Room;
import dev.hongyan.server.world.WaitingCode;
import dev.hongyan.server.world.World;

/** Somebody's phone, as far as the web hears of it. */
public final class Phone {

  private final World world;
  private final Account owner;

  Phone(World world, Account owner) {
    this.world = world;
    this.owner = owner;
  }

  /**
   * Scans a login code.
   *
   * @throws dev.hongyan.server.world.WorldException if there is none, or it is not new
   */
  public Question scan(String uuid) {
    world.codes().scan(uuid, owner.name());
    return new Question(world, uuid);
  }

  /**
   * The login that the phone is asked to confirm without a scan.
   *
   * @throws IllegalStateException if it is asked for none
   */
  public Question asked() {
    return world.codes().waiting().stream()
        .filter(code -> code.state() == WaitingCode.State.NEW)
        .filter(code -> code.account().filter(owner.name()::equals).isPresent())
        .map(code -> new Question(world, code.uuid()))
        .reduce((first, last) -> last)
        .orElseThrow(() -> new IllegalStateException("the phone is asked for nothing"));
  }

  /** Opens a chat with somebody, and reads what is in it. */
  public void opens(Person other) {
    world.chats().open(owner.id(), other.account().id());
  }

  /** Opens the chat of a room, and reads what is in it. */
  public void opens(Room room) {
    world.chats().open(owner.id(), room.id());
  }

  /** Has read the chat with somebody. */
  public void reads(Person other) {
    world.chats().read(owner.id(), other.account().id());
  }

  /** Has read the chat of a room. */
  public void reads(Room room) {
    world.chats().read(owner.id(), room.id());
  }

  /** Goes back from the chat with somebody to the list. */
  public void leaves(Person other) {
    world.chats().leave(owner.id(), other.account().id());
  }

  /** Goes back from the chat of a room to the list. */
  public void leaves(Room room) {
    world.chats().leave(owner.id(), room.id());
  }

  /** Has the web session go on with another key, and says whether there is one. */
  public boolean renewsKey() {
    return world.sessions().renewKey(owner.id());
  }

  /** Puts an end to the web session, and says whether there was one. */
  public boolean endsWebSession() {
    return world.sessions().end(owner.id(), EndReason.BY_PHONE);
  }

  /** A login that waits for yes or no. */
  public static final class Question {

    private final World world;
    private final String uuid;

    private Question(World world, String uuid) {
      this.world = world;
      this.uuid = uuid;
    }

    /** Says yes. */
    public void confirm() {
      world.codes().confirm(uuid);
    }

    /** Says no. */
    public void cancel() {
      world.codes().cancel(uuid);
    }
  }
}
