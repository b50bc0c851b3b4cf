// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import dev.hongyan.server.store.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Puts things on phones, and into the mail of whoever is logged in. Who is not has no mail: what
 * came before a login is on the phone only. Waking follows the commit.
 */
final class Post {

  private final InstantSource time;
  private final MessageIds ids;
  private final Wakeups wakeups;
  private final Watchers watchers;

  Post(InstantSource time, MessageIds ids, Wakeups wakeups, Watchers watchers) {
    this.time = time;
    this.ids = ids;
    this.wakeups = wakeups;
    this.watchers = watchers;
  }

  /** A message is on an account's phone, in the chat with this partner. */
  void delivered(Sql sql, AccountId account, Message message, ChatId partner) throws SQLException {
    boolean unread =
        !account.equals(message.from()) && !(message.content() instanceof Content.Recall);
    MessageTable.deliver(sql, account, message.id(), partner, unread);
    sql.afterCommit(() -> watchers.raise(account));
  }

  /** A message is in a session's mail, and before it what has waited for it. */
  void arrived(Sql sql, AccountId account, Message message) throws SQLException {
    Optional<Long> session =
        isNoteToSelf(sql, account, message)
            ? SessionTable.liveNumber(sql, account)
            : SessionTable.liveNumber(sql, account, ClientKind.WEB);
    if (session.isPresent()) {
      DeferredMail.release(sql, session.get(), message.chatOf(account));
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

  /** Something about a room that a session is to hear with the next message of a chat. */
  void aboutLater(
      Sql sql, AccountId account, MailTable.Kind kind, RoomId subject, Optional<RoomId> until)
      throws SQLException {
    Optional<Long> session = SessionTable.liveNumber(sql, account);
    if (session.isPresent()) {
      Instant now = time.instant();
      DeferredMail.insert(sql, session.get(), until, kind, subject.value(), now);
      wake(sql, session.get());
    }
  }

  /** A message of a room that a session is to hear with the room's next one. */
  void arrivesLater(Sql sql, AccountId account, Message message, RoomId room) throws SQLException {
    Optional<Long> session = SessionTable.liveNumber(sql, account);
    if (session.isPresent()) {
      long id = message.id().value();
      DeferredMail.insert(
          sql, session.get(), Optional.of(room), MailTable.Kind.ARRIVED, id, message.time());
      wake(sql, session.get());
    }
  }

  /** The account itself is not what it was. */
  void profileChanged(Sql sql, AccountId account) throws SQLException {
    about(sql, account, MailTable.Kind.PROFILE, account);
  }

  /** What an account's phone does with a chat, if there is a session to hear of it. */
  void noticed(Sql sql, AccountId account, Mail.Notice notice, ChatId chat) throws SQLException {
    Optional<Long> session = SessionTable.liveNumber(sql, account);
    if (session.isPresent()) {
      noticed(sql, session.get(), notice, List.of(chat));
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
