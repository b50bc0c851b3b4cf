// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import dev.hongyan.server.store.Row;
import dev.hongyan.server.store.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The SQL of sessions' mail. */
final class MailTable {

  /** Items that are looked at to tell what waits: a page, and some more. */
  private static final int GLANCE = 200;

  private MailTable() {}

  /** What kinds of items there are, and what they announce. */
  enum Kind {
    ARRIVED(Mail.Topic.MESSAGE),
    CHANGED(Mail.Topic.CONTACT),
    ADDED(Mail.Topic.ADDRESS_BOOK),
    REMOVED(Mail.Topic.ADDRESS_BOOK),
    PROFILE(Mail.Topic.CONTACT),
    NOTICED(Mail.Topic.MESSAGE);

    private final Mail.Topic topic;

    Kind(Mail.Topic topic) {
      this.topic = topic;
    }
  }

  /**
   * An item as it lies there.
   *
   * @param subject number of a message, an account or a room
   * @param detail of a notice: which, and its chats
   */
  record Item(long seq, Kind kind, long subject, boolean inRoom, String detail, Instant time) {

    ChatId chat() {
      return inRoom ? new RoomId(subject) : new AccountId(subject);
    }

    Mail.Topic topic() {
      return kind == Kind.CHANGED && inRoom ? Mail.Topic.CHAT : kind.topic;
    }
  }

  static void insert(Sql sql, long session, Kind kind, ChatId subject, Instant time)
      throws SQLException {
    insert(sql, session, new Item(0, kind, subject.value(), subject instanceof RoomId, "", time));
  }

  static void insert(Sql sql, long session, MessageId message, Instant time) throws SQLException {
    insert(sql, session, new Item(0, Kind.ARRIVED, message.value(), false, "", time));
  }

  static void insert(
      Sql sql, long session, MessageId id, Mail.Notice notice, List<ChatId> chats, Instant time)
      throws SQLException {
    String detail =
        notice.name() + chats.stream().map(MailTable::word).collect(Collectors.joining());
    insert(sql, session, new Item(0, Kind.NOTICED, id.value(), false, detail, time));
  }

  static void insert(Sql sql, long session, Item item) throws SQLException {
    sql.update(
        """
        INSERT INTO mail (session, seq, kind, subject, in_room, detail, time)
        VALUES (?1, (SELECT COALESCE(MAX(seq), 0) + 1 FROM mail WHERE session = ?1),
          ?2, ?3, ?4, ?5, ?6)
        """,
        session,
        item.kind().name(),
        item.subject(),
        item.inRoom(),
        item.detail(),
        item.time());
  }

  static List<Item> after(Sql sql, long session, long seq, int limit) throws SQLException {
    return sql.all(
        """
        SELECT seq, kind, subject, in_room, detail, time FROM mail
        WHERE session = ? AND seq > ? ORDER BY seq LIMIT ?
        """,
        MailTable::item,
        session,
        seq,
        limit);
  }

  /** What the waiting items are to be announced as. */
  static Optional<Mail.Topic> topic(Sql sql, long session, long seq) throws SQLException {
    return after(sql, session, seq, GLANCE).stream().map(Item::topic).min(Mail.Topic::compareTo);
  }

  static long newest(Sql sql, long session) throws SQLException {
    return sql.one(
            "SELECT MAX(seq) AS seq FROM mail WHERE session = ?", row -> row.number("seq"), session)
        .orElse(0L);
  }

  /** Deletes what sessions had that ended before this. */
  static void deleteEndedBefore(Sql sql, Instant time) throws SQLException {
    DeferredMail.deleteEndedBefore(sql, time);
    sql.update(
        "DELETE FROM mail WHERE session IN (SELECT number FROM session WHERE ended < ?)", time);
  }

  static Mail.Notice notice(Item item) {
    return Mail.Notice.valueOf(item.detail().split(" ", -1)[0]);
  }

  static List<ChatId> chats(Item item) {
    return Arrays.stream(item.detail().split(" ", -1)).skip(1).map(MailTable::chat).toList();
  }

  private static String word(ChatId chat) {
    return (chat instanceof RoomId ? " r" : " a") + chat.value();
  }

  private static ChatId chat(String word) {
    long id = Long.parseLong(word, 1, word.length(), 10);
    return word.startsWith("r") ? new RoomId(id) : new AccountId(id);
  }

  private static Item item(Row row) throws SQLException {
    return new Item(
        row.number("seq"),
        Kind.valueOf(row.text("kind")),
        row.number("subject"),
        row.flag("in_room"),
        row.text("detail"),
        row.time("time"));
  }
}
