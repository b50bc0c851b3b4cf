// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import dev.hongyan.server.store.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Puts things into the mail of whoever is logged in. Who is not has no mail: what came before a
 * login is on the phone only. Waking follows the commit.
 */
final class Post {

  private final InstantSource time;
  private final MessageIds ids;
  private final Wakeups wakeups;

  Post(InstantSource time, MessageIds ids, Wakeups wakeups) {
    this.time = time;
    this.ids = ids;
    this.wakeups = wakeups;
  }

  void arrived(Sql sql, AccountId account, Message message) throws SQLException {
    Optional<Long> session =
        isNoteToSelf(sql, account, message)
            ? SessionTable.liveNumber(sql, account)
            : SessionTable.liveNumber(sql, account, ClientKind.WEB);
    if (session.isPresent()) {
      MailTable.insert(sql, session.get(), message.id(), message.time());
      wake(sql, session.get());
    }
  }

  /** What the file helper's page is for: it hears of nothing else. */
  private static boolean isNoteToSelf(Sql sql, AccountId account, Message message)
      throws SQLException {
    return message.from().equals(account)
        && message.to() instanceof AccountId to
        && AccountTable.get(sql, to).name().equals(Accounts.FILE_HELPER);
  }

  void about(Sql sql, AccountId account, MailTable.Kind kind, ChatId subject) throws SQLException {
    Optional<Long> session = SessionTable.liveNumber(sql, account, ClientKind.WEB);
    if (session.isPresent()) {
      MailTable.insert(sql, session.get(), kind, subject, time.instant());
      wake(sql, session.get());
    }
  }

  void noticed(Sql sql, long session, Mail.Notice notice, List<ChatId> chats) throws SQLException {
    Instant now = time.instant();
    MailTable.insert(sql, session, ids.next(now), notice, chats, now);
    wake(sql, session);
  }

  void wake(Sql sql, long session) {
    sql.afterCommit(() -> wakeups.raise(session));
  }
}
