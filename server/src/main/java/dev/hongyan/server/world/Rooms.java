// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import dev.hongyan.server.store.Database;
import dev.hongyan.server.store.Sql;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Chat rooms and who is in them. */
public final class Rooms {

  /** As many as the service lets into one room. */
  public static final int MOST_MEMBERS = 500;

  private final Database database;
  private final Post post;

  Rooms(Database database, Post post) {
    this.database = database;
    this.post = post;
  }

  /** The room of this number. */
  public Optional<Room> find(RoomId id) {
    return database.read(sql -> RoomTable.find(sql, id));
  }

  /** The room of this short name. */
  public Optional<Room> named(String name) {
    return database.read(sql -> RoomTable.named(sql, name));
  }

  /** All rooms, in the order in which they came. */
  public List<Room> all() {
    return database.read(RoomTable::all);
  }

  /** The rooms that an account is in, saved or not. */
  public List<Membership> of(AccountId account) {
    return database.read(sql -> RoomTable.of(sql, account));
  }

  /** What a room is to an account; nothing if he is not in it. */
  public Optional<Membership> membership(AccountId account, RoomId room) {
    return database.read(sql -> RoomTable.membership(sql, account, room));
  }

  /** Who is in a room, in the order in which they joined. */
  public List<Member> members(RoomId room) {
    return database.read(sql -> RoomTable.members(sql, room));
  }

  /**
   * Opens a room. Its members hear of it.
   *
   * @throws WorldException if the name is taken or is none, or someone is not there
   */
  public Room open(NewRoom room) {
    return database.write(sql -> {
      Room opened = open(sql, room);
      for (AccountId member : RoomTable.memberIds(sql, opened.id())) {
        post.about(sql, member, MailTable.Kind.CHANGED, opened.id());
      }
      return opened;
    });
  }

  static Room open(Sql sql, NewRoom wanted) throws SQLException {
    Names.requireShort(wanted.name());
    Names.requireText("name", wanted.topic());
    if (wanted.members().size() > MOST_MEMBERS) {
      throw WorldException.illegal("a room has at most " + MOST_MEMBERS + " members");
    }
    Account owner = Accounts.person(sql, wanted.owner());
    RoomId id = new RoomId(AccountTable.takeName(sql, wanted.name()));
    Room room = new Room(id, wanted.name(), wanted.topic(), owner.id(), 0);
    RoomTable.insert(sql, room);
    Set<String> seen = new HashSet<>();
    if (wanted.members().stream().noneMatch(member -> member.account().equals(wanted.owner()))) {
      join(sql, id, NewRoom.Member.of(wanted.owner()), seen);
    }
    for (NewRoom.Member member : wanted.members()) {
      join(sql, id, member, seen);
    }
    return room;
  }

  private static void join(Sql sql, RoomId room, NewRoom.Member member, Set<String> seen)
      throws SQLException {
    if (seen.add(member.account())) {
      Names.requireText("displayName", member.displayName());
      RoomTable.addMember(sql, room, Accounts.person(sql, member.account()).id(), member);
    }
  }
}
