// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import dev.hongyan.protocol.message.Fact;
import dev.hongyan.server.store.Sql;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** How two people come to know each other: entries in both books, and notes in both chats. */
final class Friendship {

  private final Post post;
  private final Notes notes;

  Friendship(Post post, Notes notes) {
    this.post = post;
    this.notes = notes;
  }

  /**
   * Somebody adds somebody, and is added by him.
   *
   * @param remark the first one's own name for the second, if he says one
   */
  void begin(Sql sql, Account adder, Account added, String remark) throws SQLException {
    boolean knows = ContactTable.has(sql, adder.id(), added.id());
    boolean isKnown = ContactTable.has(sql, added.id(), adder.id());
    enter(sql, adder.id(), added.id(), knows, remark);
    if (!isKnown) {
      enter(sql, added.id(), adder.id(), false, "");
    }
    if (adder.kind() == AccountKind.PERSON && added.kind() == AccountKind.PERSON) {
      Naming naming = Naming.of(sql, Optional.empty(), List.of(adder.id(), added.id()));
      if (!knows) {
        notes
            .inChatsWith(sql, added.id())
            .tell(adder, new Fact.FriendAdded(naming.name(adder.id(), added.id())));
      }
      if (!isKnown) {
        notes
            .inChatsWith(sql, adder.id())
            .tell(added, new Fact.AddedAsFriend(naming.name(added.id(), adder.id())));
      }
    }
  }

  /** Writes an entry, or only the remark if it is there. */
  private void enter(Sql sql, AccountId owner, AccountId peer, boolean known, String remark)
      throws SQLException {
    ContactTable.put(sql, owner, peer, remark);
    post.about(sql, owner, known ? MailTable.Kind.CHANGED : MailTable.Kind.ADDED, peer);
  }
}
