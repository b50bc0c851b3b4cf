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

  /** Letters of a room's name; the sources name no limit. */
  public static final int TOPIC_LIMIT = 50;

  private final Database database;
  private final Post post;
  private final RoomNews news;

  Rooms(Database database, Post post, RoomNews news) {
    this.database = database;
    this.post = post;
    this.news = news;
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
   * Opens a room of this short name, whoever knows whom. Its members hear of it with its first
   * line.
   *
   * @throws WorldException if the name is taken or is none, or someone is not there
   */
  public Room open(NewRoom room) {
    return database.write(sql -> {
      Room opened = open(sql, room);
      news.opened(sql, opened.id(), opened.owner());
      return opened;
    });
  }

  /** A member gives a room another name. */
  public RoomOutcome rename(AccountId by, RoomId id, String topic) {
    return database.write(sql -> {
      Optional<Room> room = RoomTable.find(sql, id);
      if (room.isEmpty() || !RoomTable.hasMember(sql, id, by)) {
        return RoomOutcome.Refused.of(RoomRefusal.NOT_A_MEMBER);
      }
      if (Names.letters(topic) > TOPIC_LIMIT) {
        return RoomOutcome.Refused.of(RoomRefusal.NAME_TOO_LONG);
      }
      if (!room.get().topic().equals(topic)) {
        RoomTable.setTopic(sql, id, topic);
        news.renamed(sql, id, by, topic);
      }
      return new RoomOutcome.Done(room.get(), List.of());
    });
  }

  /** The owner passes a room on to another member. */
  public RoomOutcome passOn(AccountId by, RoomId id, AccountId to) {
    return database.write(sql -> {
      Optional<Room> room = RoomTable.find(sql, id);
      if (room.isEmpty() || !RoomTable.hasMember(sql, id, by)) {
        return RoomOutcome.Refused.of(RoomRefusal.NOT_A_MEMBER);
      }
      if (!room.get().owner().equals(by) || !RoomTable.hasMember(sql, id, to)) {
        return RoomOutcome.Refused.of(RoomRefusal.NOT_THE_OWNER);
      }
      RoomTable.setOwner(sql, id, to);
      post.about(sql, by, MailTable.Kind.CHANGED, id);
      news.changed(sql, id, by);
      return new RoomOutcome.Done(room.get(), List.of());
    });
  }

  /**
   * A member changes what is his own affair. Another name in the room is seen by all.
   *
   * @throws WorldException if he is not in it, or the name is too long
   */
  public void edit(AccountId member, RoomId id, MemberEdit edit) {
    edit.displayName().ifPresent(name -> Names.requireText("displayName", name));
    database.write(sql -> {
      if (!RoomTable.hasMember(sql, id, member)) {
        throw WorldException.conflict("he is not in this room");
      }
      RoomTable.updateMember(sql, id, member, edit);
      post.about(sql, member, MailTable.Kind.CHANGED, id);
      if (edit.displayName().isPresent()) {
        news.changed(sql, id, member);
      }
      return true;
    });
  }

  /** A room of a name that nobody chose, with its owner alone in it. */
  static Room create(Sql sql, AccountId owner, String topic) throws SQLException {
    int number = RoomTable.all(sql).size() + 1;
    while (AccountTable.isTaken(sql, "room-" + number)) {
      number++;
    }
    String name = "room-" + number;
    return open(sql, new NewRoom(name, topic, AccountTable.get(sql, owner).name(), List.of()));
  }

  static Room open(Sql sql, NewRoom wanted) throws SQLException {
    Names.requireShort(wanted.name());
    Names.requireText("name", wanted.topic());
    if (wanted.size() > MOST_MEMBERS) {
      throw WorldException.illegal("members", "may be " + MOST_MEMBERS + " with the owner");
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
