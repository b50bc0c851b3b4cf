// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import dev.hongyan.server.store.Database;
import dev.hongyan.server.store.Sql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who knows whom. */
public final class Contacts {

  /** Special accounts that every address book shows. */
  private static final List<String> IN_EVERY_BOOK = Accounts.SPECIAL.subList(0, 3);

  private final Database database;
  private final Post post;

  Contacts(Database database, Post post) {
    this.database = database;
    this.post = post;
  }

  /** Everybody whom the owner knows, in the order of their numbers; special accounts left out. */
  public List<Contact> of(AccountId owner) {
    return database.read(sql -> ContactTable.of(sql, owner, 0, Integer.MAX_VALUE));
  }

  /** What the owner wrote about somebody whom he knows. */
  public Optional<Contact> find(AccountId owner, AccountId peer) {
    return database.read(sql -> ContactTable.find(sql, owner, peer));
  }

  /** What the owner calls those of a room's members to whom he gave a name of his own. */
  public Map<AccountId, String> remarks(AccountId owner, RoomId room) {
    return database.read(sql -> ContactTable.remarks(sql, owner, room));
  }

  /**
   * Whether an account may be looked at: oneself, whom one knows, special accounts, and whoever is
   * in a room with one.
   */
  public boolean mayLookAt(AccountId viewer, AccountId other) {
    return database.read(sql ->
        viewer.equals(other)
            || ContactTable.has(sql, viewer, other)
            || AccountTable.get(sql, other).kind() == AccountKind.SPECIAL
            || RoomTable.shareRoom(sql, viewer, other));
  }

  /**
   * One page of the address book: people, oneself, saved rooms, and the special accounts that
   * everybody has (protocol reference 3.8).
   *
   * @param after where the page before said that the next begins; 0 for the first
   * @param limit entries, 1 or more
   */
  public BookPage book(AccountId owner, long after, int limit) {
    return database.read(sql -> {
      List<BookPage.Entry> entries = entries(sql, owner, after, limit + 1);
      boolean more = entries.size() > limit;
      List<BookPage.Entry> page = more ? entries.subList(0, limit) : entries;
      return new BookPage(page, more ? page.getLast().position() : 0);
    });
  }

  /**
   * Has two people know each other from now on, and gives the first a name of his own for the
   * other.
   *
   * @throws WorldException if one of them is not there, or both are the same
   */
  public void befriend(String one, String other, String remark) {
    database.write(sql -> {
      Account first = Accounts.person(sql, one);
      Account second = Accounts.person(sql, other);
      befriend(sql, first.id(), second.id(), remark);
      return true;
    });
  }

  private void befriend(Sql sql, AccountId one, AccountId other, String remark)
      throws SQLException {
    if (one.equals(other)) {
      throw WorldException.conflict("nobody is his own contact");
    }
    enter(sql, one, other, remark);
    if (!ContactTable.has(sql, other, one)) {
      enter(sql, other, one, "");
    }
  }

  /** Writes an entry, or only the remark if it is there. */
  private void enter(Sql sql, AccountId owner, AccountId peer, String remark) throws SQLException {
    boolean known = ContactTable.has(sql, owner, peer);
    ContactTable.put(sql, owner, peer, Names.requireText("remark", remark));
    post.about(sql, owner, known ? MailTable.Kind.CHANGED : MailTable.Kind.ADDED, peer);
  }

  private static List<BookPage.Entry> entries(Sql sql, AccountId owner, long after, int limit)
      throws SQLException {
    List<BookPage.Entry> entries = new ArrayList<>();
    for (String name : IN_EVERY_BOOK) {
      Account special = AccountTable.named(sql, name).orElseThrow();
      entries.add(new BookPage.Entry.Person(new Contact(special, "", false, false, false)));
    }
    entries.add(new BookPage.Entry.Self(AccountTable.get(sql, owner)));
    entries.removeIf(entry -> entry.position() <= after);
    for (Contact contact : ContactTable.of(sql, owner, after, limit)) {
      entries.add(new BookPage.Entry.Person(contact));
    }
    for (Membership membership : RoomTable.savedBy(sql, owner, after, limit)) {
      entries.add(new BookPage.Entry.SavedRoom(membership));
    }
    entries.sort(Comparator.comparingLong(BookPage.Entry::position));
    return entries.subList(0, Math.min(limit, entries.size()));
  }
}
