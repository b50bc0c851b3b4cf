// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import dev.hongyan.protocol.message.Fact;
import dev.hongyan.server.store.Sql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who hears what, and when, of a change in a chat room: the notes of protocol reference 5.13, and
 * the changed room at the moments of 3.11. What comes with a note comes at once, for the note is a
 * message of the room; what comes without one waits for the next.
 */
final class RoomNews {

  private final Post post;
  private final Notes notes;

  RoomNews(Post post, Notes notes) {
    this.post = post;
    this.notes = notes;
  }

  /** A new room; whoever was pulled into it hears of it with its first line. */
  void opened(Sql sql, RoomId room, AccountId by) throws SQLException {
    List<Account> members = members(sql, room);
    List<AccountId> others = ids(members);
    others.remove(by);
    Naming naming = Naming.of(sql, Optional.of(room), ids(members));
    Notes.Sheet sheet = notes.inRoom(sql, room, by);
    for (Account member : members) {
      if (member.id().equals(by)) {
        post.about(sql, by, MailTable.Kind.CHANGED, room);
        sheet.tell(member, new Fact.Invited(Fact.ME, naming.names(by, others)));
      } else {
        post.aboutLater(sql, member.id(), MailTable.Kind.CHANGED, room, Optional.of(room));
        sheet.tellLater(member, invitedMe(naming, member.id(), by, others));
      }
    }
  }

  /** People were brought in. */
  void joined(Sql sql, RoomId room, AccountId by, List<AccountId> people) throws SQLException {
    List<Account> members = members(sql, room);
    List<AccountId> named = new ArrayList<>(people);
    named.add(by);
    Naming naming = Naming.of(sql, Optional.of(room), named);
    Notes.Sheet sheet = notes.inRoom(sql, room, by);
    for (Account member : members) {
      AccountId reader = member.id();
      Fact fact =
          people.contains(reader)
              ? invitedMe(naming, reader, by, people)
              : new Fact.Invited(nameOf(naming, reader, by), naming.names(reader, people));
      post.about(sql, reader, MailTable.Kind.CHANGED, room);
      sheet.tell(member, fact);
    }
  }

  /**
   * People were put out; those who stay see no note, and hear of it later.
   *
   * @param naming what they were called as long as they were in
   */
  void removed(Sql sql, RoomId room, AccountId by, List<AccountId> people, Naming naming)
      throws SQLException {
    Notes.Sheet sheet = notes.inRoom(sql, room, by);
    for (AccountId removed : people) {
      sheet.tell(AccountTable.get(sql, removed), new Fact.RemovedMe(naming.name(removed, by)));
    }
    post.about(sql, by, MailTable.Kind.CHANGED, room);
    sheet.tell(AccountTable.get(sql, by), new Fact.Removed(naming.names(by, people)));
    changed(sql, room, by);
  }

  /** Another name. */
  void renamed(Sql sql, RoomId room, AccountId by, String topic) throws SQLException {
    Naming naming = Naming.of(sql, Optional.of(room), List.of(by));
    Notes.Sheet sheet = notes.inRoom(sql, room, by);
    for (Account member : members(sql, room)) {
      post.about(sql, member.id(), MailTable.Kind.CHANGED, room);
      sheet.tell(member, new Fact.Renamed(nameOf(naming, member.id(), by), topic));
    }
  }

  /** Something else, of which there is no note. */
  void changed(Sql sql, RoomId room, AccountId by) throws SQLException {
    for (AccountId member : RoomTable.memberIds(sql, room)) {
      if (!member.equals(by)) {
        post.aboutLater(sql, member, MailTable.Kind.CHANGED, room, Optional.of(room));
      }
    }
  }

  /** Somebody is asked into a large room. */
  void invited(Sql sql, RoomId room, AccountId by, Account invited) throws SQLException {
    Room asked = RoomTable.find(sql, room).orElseThrow();
    notes.invite(sql, asked, AccountTable.get(sql, by), invited);
  }

  /**
   * Somebody has gone.
   *
   * @param onPhone whether he went on his phone, where his session hears of it with its next
   *     message
   */
  void left(Sql sql, RoomId room, AccountId by, boolean onPhone) throws SQLException {
    if (onPhone) {
      post.aboutLater(sql, by, MailTable.Kind.REMOVED, room, Optional.empty());
    } else {
      post.about(sql, by, MailTable.Kind.REMOVED, room);
    }
    changed(sql, room, by);
  }

  private static Fact invitedMe(
      Naming naming, AccountId reader, AccountId by, List<AccountId> people) {
    List<AccountId> others = people.stream().filter(id -> !id.equals(reader)).toList();
    return new Fact.InvitedMe(naming.name(reader, by), naming.names(reader, others));
  }

  private static String nameOf(Naming naming, AccountId reader, AccountId by) {
    return reader.equals(by) ? Fact.ME : naming.name(reader, by);
  }

  private static List<Account> members(Sql sql, RoomId room) throws SQLException {
    return RoomTable.members(sql, room).stream().map(Member::account).toList();
  }

  private static List<AccountId> ids(List<Account> accounts) {
    return new ArrayList<>(accounts.stream().map(Account::id).toList());
  }
}
