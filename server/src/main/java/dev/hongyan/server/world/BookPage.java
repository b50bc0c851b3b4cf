// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import java.util.List;

/**
 * A part of what an address book holds, in an order that does not change.
 *
 * @param next where the next page begins; 0 if this is the last
 */
public record BookPage(List<Entry> entries, long next) {

  public BookPage {
    entries = List.copyOf(entries);
  }

  /** What an address book holds. */
  public sealed interface Entry {

    /** Its place. */
    long position();

    /** A friend, an official account, a special account. */
    record Person(Contact contact) implements Entry {

      @Override
      public long position() {
        return contact.account().id().value();
      }
    }

    /** Whose book it is. */
    record Self(Account account) implements Entry {

      @Override
      public long position() {
        return account.id().value();
      }
    }

    /** A chat room that is kept here. */
    record SavedRoom(Membership membership) implements Entry {

      @Override
      public long position() {
        return membership.room().id().value();
      }
    }
  }
}
