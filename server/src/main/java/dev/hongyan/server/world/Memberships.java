// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import dev.hongyan.server.store.Database;
import dev.hongyan.server.store.Sql;
import dev.hongyan.server.world.RoomOutcome.Entrant;
import dev.hongyan.server.world.RoomOutcome.Standing;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** Who comes into chat rooms, and who goes. */
public final class Memberships {

  /** From so many members on people are asked before they are in (protocol reference 3.28). */
  public static final int INVITED_FROM = 40;

  private final Database database;
  private final InstantSource time;
  private final RoomNews news;

  Memberships(Database database, InstantSource time, RoomNews news) {
    this.database = database;
    this.time = time;
    this.news = news;
  }

  /**
   * Opens a room with people whom its owner knows. Who has blocked him or is no friend stays out,
   * and beyond {@value #INVITED_FROM} members people are asked first.
   *
   * @throws WorldException if somebody is not there
   */
  public RoomOutcome create(AccountId owner, Collection<AccountId> others, String topic) {
    return database.write(sql -> {
      List<Entrant> entrants = entrants(sql, owner, others, INVITED_FROM - 1);
      if (Names.letters(topic) > Rooms.TOPIC_LIMIT) {
        return RoomOutcome.Refused.of(RoomRefusal.NAME_TOO_LONG);
      }
      if (entrants.stream().filter(entrant -> entrant.standing() == Standing.DONE).count() < 2) {
        return new RoomOutcome.Refused(RoomRefusal.TOO_FEW, entrants);
      }
      if (entrants.size() >= Rooms.MOST_MEMBERS) {
        return RoomOutcome.Refused.of(RoomRefusal.FULL);
      }
      Room room = Rooms.create(sql, owner, topic);
      enter(sql, room.id(), owner, entrants);
      news.opened(sql, room.id(), owner);
      return new RoomOutcome.Done(room, entrants);
    });
  }

  /**
   * Brings people into a room, or asks them if it is a large one. Those who are in it already are
   * passed over.
   *
   * @param ask whether to ask them in any case
   */
  public RoomOutcome add(AccountId by, RoomId id, Collection<AccountId> others, boolean ask) {
    return database.write(sql -> {
      Optional<Room> room = RoomTable.find(sql, id);
      if (room.isEmpty() || !RoomTable.hasMember(sql, id, by)) {
        return RoomOutcome.Refused.of(RoomRefusal.NOT_A_MEMBER);
      }
      List<AccountId> strangers = new ArrayList<>(new LinkedHashSet<>(others));
      strangers.removeAll(RoomTable.memberIds(sql, id));
      int size = RoomTable.size(sql, id) + strangers.size();
      if (size > Rooms.MOST_MEMBERS) {
        return RoomOutcome.Refused.of(RoomRefusal.FULL);
      }
      boolean direct = !ask && size < INVITED_FROM;
      List<Entrant> entrants = entrants(sql, by, strangers, direct ? size : 0);
      List<AccountId> in = enter(sql, id, by, entrants);
      if (!in.isEmpty()) {
        news.joined(sql, id, by, in);
      }
      return new RoomOutcome.Done(room.get(), entrants);
    });
  }

  /** The rooms that wait for somebody's answer, oldest first. */
  public List<Invitation> invitations(AccountId invited) {
    return database.read(sql -> RoomTable.invitations(sql, invited));
  }

  /**
   * Somebody who was asked says yes on his phone.
   *
   * @throws WorldException if nobody has asked him, or the room is full by now
   */
  public void accept(AccountId invited, RoomId room) {
    database.write(sql -> {
      AccountId inviter =
          RoomTable.inviter(sql, room, invited)
              .orElseThrow(() -> WorldException.conflict("he is not invited into this room"));
      RoomTable.forgetInvitation(sql, room, invited);
      if (RoomTable.size(sql, room) >= Rooms.MOST_MEMBERS) {
        throw WorldException.conflict("the room is full");
      }
      if (!RoomTable.hasMember(sql, room, invited)) {
        join(sql, room, invited);
        news.joined(sql, room, inviter, List.of(invited));
      }
      return true;
    });
  }

  /** The owner puts people out; those who are not in it are passed over. */
  public RoomOutcome remove(AccountId by, RoomId id, Collection<AccountId> people) {
    return database.write(sql -> {
      Optional<Room> room = RoomTable.find(sql, id);
      if (room.isEmpty() || !RoomTable.hasMember(sql, id, by)) {
        return RoomOutcome.Refused.of(RoomRefusal.NOT_A_MEMBER);
      }
      if (!room.get().owner().equals(by)) {
        return RoomOutcome.Refused.of(RoomRefusal.NOT_THE_OWNER);
      }
      List<AccountId> out = new ArrayList<>(new LinkedHashSet<>(people));
      out.retainAll(RoomTable.memberIds(sql, id));
      out.remove(by);
      if (!out.isEmpty()) {
        putOut(sql, id, by, out);
      }
      return new RoomOutcome.Done(room.get(), standing(sql, out, Standing.DONE));
    });
  }

  private void putOut(Sql sql, RoomId room, AccountId by, List<AccountId> out) throws SQLException {
    List<AccountId> named = new ArrayList<>(out);
    named.add(by);
    Naming naming = Naming.of(sql, Optional.of(room), named);
    for (AccountId removed : out) {
      RoomTable.removeMember(sql, room, removed);
    }
    news.removed(sql, room, by, out, naming);
  }

  /**
   * Somebody leaves a room. If it was his, it is the longest member's from now on.
   *
   * @param onPhone whether he does so on his phone, not in the web
   */
  public RoomOutcome leave(AccountId by, RoomId id, boolean onPhone) {
    return database.write(sql -> {
      Optional<Room> room = RoomTable.find(sql, id);
      if (room.isEmpty() || !RoomTable.hasMember(sql, id, by)) {
        return RoomOutcome.Refused.of(RoomRefusal.NOT_A_MEMBER);
      }
      RoomTable.removeMember(sql, id, by);
      MessageTable.forgetChat(sql, by, id);
      List<AccountId> left = RoomTable.memberIds(sql, id);
      if (room.get().owner().equals(by) && !left.isEmpty()) {
        RoomTable.setOwner(sql, id, left.getFirst());
      }
      news.left(sql, id, by, onPhone);
      return new RoomOutcome.Done(room.get(), List.of());
    });
  }

  /** Writes down who is in, and who is asked; gives back those who are in. */
  private List<AccountId> enter(Sql sql, RoomId room, AccountId by, List<Entrant> entrants)
      throws SQLException {
    List<AccountId> in = new ArrayList<>();
    for (Entrant entrant : entrants) {
      AccountId id = entrant.account().id();
      if (entrant.standing() == Standing.DONE) {
        join(sql, room, id);
        in.add(id);
      } else if (entrant.standing() == Standing.INVITED) {
        RoomTable.invite(sql, room, id, by, time.instant());
        news.invited(sql, room, by, entrant.account());
      }
    }
    return in;
  }

  private static void join(Sql sql, RoomId room, AccountId account) throws SQLException {
    RoomTable.forgetInvitation(sql, room, account);
    RoomTable.addMember(sql, room, account, NewRoom.Member.of(""));
  }

  /**
   * What becomes of people whom somebody wants in a room.
   *
   * @param direct so many may come in unasked
   */
  private static List<Entrant> entrants(
      Sql sql, AccountId by, Collection<AccountId> others, int direct) throws SQLException {
    List<Entrant> entrants = new ArrayList<>();
    int in = 0;
    for (AccountId other : new LinkedHashSet<>(others)) {
      if (!other.equals(by)) {
        Standing standing = standing(sql, by, other);
        if (standing == Standing.DONE && ++in > direct) {
          standing = Standing.INVITED;
        }
        entrants.add(new Entrant(AccountTable.get(sql, other), standing));
      }
    }
    return entrants;
  }

  private static Standing standing(Sql sql, AccountId by, AccountId other) throws SQLException {
    if (ContactTable.isBlocked(sql, other, by)) {
      return Standing.HAS_BLOCKED;
    }
    boolean friends =
        ContactTable.has(sql, by, other)
            && ContactTable.has(sql, other, by)
            && AccountTable.get(sql, other).kind() == AccountKind.PERSON;
    return friends ? Standing.DONE : Standing.NO_FRIEND;
  }

  private static List<Entrant> standing(Sql sql, List<AccountId> people, Standing standing)
      throws SQLException {
    List<Entrant> entrants = new ArrayList<>();
    for (AccountId person : people) {
      entrants.add(new Entrant(AccountTable.get(sql, person), standing));
    }
    return entrants;
  }
}
