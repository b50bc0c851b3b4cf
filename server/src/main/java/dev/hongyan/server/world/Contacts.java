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

  /** Letters of one's own name for somebody (protocol reference 3.26). */
  public static final int REMARK_LIMIT = Names.REMARK;

  private final Database database;
  private final Post post;
  private final Friendship friendship;

  Contacts(Database database, Post post, Friendship friendship) {
    this.database = database;
    this.post = post;
    this.friendship = friendship;
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
   * Whether an account may be looked at: oneself, whom one knows or has met, special accounts, and
   * whoever is in a room with one.
   */
  public boolean mayLookAt(AccountId viewer, AccountId other) {
    return database.read(sql ->
        viewer.equals(other)
            || ContactTable.has(sql, viewer, other)
            || AccountTable.get(sql, other).kind() == AccountKind.SPECIAL
            || RoomTable.shareRoom(sql, viewer, other)
            || ContactTable.hasMet(sql, viewer, other));
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
   * other. Both are told so.
   *
   * @throws WorldException if one of them is not there, both are the same, or the remark is too
   *     long
   */
  public void befriend(String one, String other, String remark) {
    Names.requireRemark(remark);
    database.write(sql -> {
      Account first = Accounts.person(sql, one);
      Account second = Accounts.person(sql, other);
      if (first.id().equals(second.id())) {
        throw WorldException.conflict("nobody is his own contact");
      }
      friendship.begin(sql, first, second, remark);
      return true;
    });
  }

  /**
   * Changes an entry of somebody's address book.
   *
   * @throws WorldException if there is none, or the remark has more than {@value #REMARK_LIMIT}
   *     letters
   */
  public void edit(AccountId owner, AccountId peer, ContactEdit edit) {
    edit.remark().ifPresent(Names::requireRemark);
    database.write(sql -> {
      if (!ContactTable.has(sql, owner, peer)) {
        throw WorldException.conflict("he does not know him");
      }
      ContactTable.update(sql, owner, peer, edit);
      post.about(sql, owner, MailTable.Kind.CHANGED, peer);
      return true;
    });
  }

  /**
   * Takes somebody out of an address book, and his chat out of the list. The other one hears
   * nothing of it until he writes.
   *
   * @throws WorldException if there is no entry
   */
  public void delete(AccountId owner, AccountId peer) {
    database.write(sql -> {
      if (!ContactTable.delete(sql, owner, peer)) {
        throw WorldException.conflict("he does not know him");
      }
      MessageTable.forgetChat(sql, owner, peer);
      post.about(sql, owner, MailTable.Kind.REMOVED, peer);
      return true;
    });
  }

  /** Whom somebody finds by this word, an alias or a short name; he may look at them then. */
  public List<Account> search(AccountId viewer, String word) {
    return database.write(sql -> {
      List<Account> found = AccountTable.foundBy(sql, word);
      for (Account account : found) {
        ContactTable.meet(sql, viewer, account.id());
      }
      return found;
    });
  }

  private static List<BookPage.Entry> entries(Sql sql, AccountId owner, long after, int limit)
      throws SQLException {
    List<BookPage.Entry> entries = new ArrayList<>();
    for (String name : IN_EVERY_BOOK) {
      Account special = AccountTable.named(sql, name).orElseThrow();
      entries.add(new BookPage.Entry.Person(new Contact(special, "", false, false, false, false)));
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
