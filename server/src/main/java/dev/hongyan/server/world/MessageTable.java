// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import dev.hongyan.server.store.Row;
import dev.hongyan.server.store.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The SQL of messages, and of who has which on his phone. */
final class MessageTable {

  private static final String COLUMNS =
      """
      SELECT message.id AS id, sender, target, in_room, kind, body, time, call, client_id
      FROM message
      """;

  private MessageTable() {}

  static Optional<Message> find(Sql sql, MessageId id) throws SQLException {
    return sql.one(COLUMNS + "WHERE id = ?", MessageTable::message, id.value());
  }

  static List<Message> withClientId(Sql sql, AccountId sender, String clientId, Instant since)
      throws SQLException {
    return sql.all(
        COLUMNS + "WHERE sender = ? AND client_id = ? AND time >= ? ORDER BY id",
        MessageTable::message,
        sender.value(),
        clientId,
        since);
  }

  static List<Message> onPhone(Sql sql, AccountId account, long after, int limit)
      throws SQLException {
    return sql.all(
        COLUMNS
            + """
            JOIN delivery ON delivery.message = message.id
            WHERE delivery.account = ? AND delivery.message > ?
            ORDER BY delivery.message LIMIT ?
            """,
        MessageTable::message,
        account.value(),
        after,
        limit);
  }

  static boolean isOnPhone(Sql sql, AccountId account, MessageId message) throws SQLException {
    return sql.any(
        "SELECT 1 FROM delivery WHERE account = ? AND message = ?",
        account.value(),
        message.value());
  }

  /** The newest that an account has and that shows this media; any size if it is 0. */
  static Optional<Message> showing(Sql sql, AccountId account, String md5, long size)
      throws SQLException {
    return sql.one(
        COLUMNS
            + """
            WHERE id IN (
              SELECT message_media.message FROM media
              JOIN message_media ON message_media.sha256 = media.sha256
              JOIN delivery ON delivery.message = message_media.message AND delivery.account = ?1
              WHERE media.md5 = ?2 AND (?3 = 0 OR media.size = ?3))
            ORDER BY id DESC LIMIT 1
            """,
        MessageTable::message,
        account.value(),
        md5,
        size);
  }

  static long newest(Sql sql) throws SQLException {
    return sql.one("SELECT MAX(id) AS id FROM message", row -> row.number("id")).orElse(0L);
  }

  static void insert(Sql sql, Message message) throws SQLException {
    sql.update(
        """
        INSERT INTO message (id, sender, target, in_room, kind, body, time, call, client_id)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        message.id().value(),
        message.from().value(),
        message.to().value(),
        message.to() instanceof RoomId,
        message.content().kind(),
        ContentCodec.encode(message.content()),
        message.time(),
        message.call(),
        message.clientId());
  }

  /** Puts a message on a phone, in the chat with this partner. */
  static void deliver(Sql sql, AccountId account, MessageId message, ChatId partner, boolean unread)
      throws SQLException {
    sql.update(
        "INSERT INTO delivery (account, message) VALUES (?, ?)", account.value(), message.value());
    sql.update(
        """
        INSERT INTO chat (account, partner, in_room, newest, unread) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (account, partner)
        DO UPDATE SET newest = excluded.newest, unread = unread + excluded.unread
        """,
        account.value(),
        partner.value(),
        partner instanceof RoomId,
        message.value(),
        unread ? 1 : 0);
  }

  static List<ChatId> recentChats(Sql sql, AccountId account, int limit) throws SQLException {
    return sql.all(
        "SELECT partner, in_room FROM chat WHERE account = ? ORDER BY newest DESC LIMIT ?",
        row -> chatId(row, "partner"),
        account.value(),
        limit);
  }

  static int unread(Sql sql, AccountId account, ChatId partner) throws SQLException {
    return sql.one(
            "SELECT unread FROM chat WHERE account = ? AND partner = ?",
            row -> row.count("unread"),
            account.value(),
            partner.value())
        .orElse(0);
  }

  /** Takes a chat out of an account's list; its messages stay. */
  static void forgetChat(Sql sql, AccountId account, ChatId partner) throws SQLException {
    sql.update(
        "DELETE FROM chat WHERE account = ? AND partner = ?", account.value(), partner.value());
  }

  static void markRead(Sql sql, AccountId account, ChatId partner) throws SQLException {
    sql.update(
        "UPDATE chat SET unread = 0 WHERE account = ? AND partner = ?",
        account.value(),
        partner.value());
  }

  static ChatId chatId(Row row, String column) throws SQLException {
    long id = row.number(column);
    return row.flag("in_room") ? new RoomId(id) : new AccountId(id);
  }

  private static Message message(Row row) throws SQLException {
    return new Message(
        new MessageId(row.number("id")),
        new AccountId(row.number("sender")),
        chatId(row, "target"),
        ContentCodec.decode(row.text("kind"), row.text("body")),
        row.time("time"),
        row.maybeText("call"),
        row.maybeText("client_id"));
  }
}
