// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import dev.hongyan.server.store.Sql;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The SQL of what the service tells with the next message only (protocol reference 3.11): changes
 * of a room with the room's next one, a room that was left with any.
 */
final class DeferredMail {

  /** Without messages a change was seen to take so long (3.11). */
  static final Duration PATIENCE = Duration.ofMinutes(3);

  /** Stands for a message of any chat. */
  private static final long ANY = 0;

  private DeferredMail() {}

  /** Keeps an item until the next message of this room, or of any chat. */
  static void insert(
      Sql sql, long session, Optional<RoomId> until, MailTable.Kind kind, long subject, Instant now)
      throws SQLException {
    sql.update(
        """
        INSERT INTO deferred_mail (session, room, kind, subject, in_room, time, due)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        session,
        until.map(RoomId::value).orElse(ANY),
        kind.name(),
        subject,
        kind != MailTable.Kind.ARRIVED,
        now,
        now.plus(PATIENCE));
  }

  /** Puts into a session's mail what waited for a message of this chat. */
  static void release(Sql sql, long session, ChatId chat) throws SQLException {
    move(sql, session, "(room = 0 OR room = ?)", chat.value());
  }

  /** Puts into a session's mail what has waited long enough. */
  static void releaseDue(Sql sql, long session, Instant now) throws SQLException {
    move(sql, session, "due <= ?", now);
  }

  /** When something has waited long enough, if anything waits. */
  static Optional<Instant> due(Sql sql, long session) throws SQLException {
    return sql.one(
            "SELECT MIN(due) AS due FROM deferred_mail WHERE session = ?",
            row -> row.maybeTime("due"),
            session)
        .flatMap(due -> due);
  }

  /** Deletes what sessions had that ended before this. */
  static void deleteEndedBefore(Sql sql, Instant time) throws SQLException {
    sql.update(
        "DELETE FROM deferred_mail WHERE session IN (SELECT number FROM session WHERE ended < ?)",
        time);
  }

  private static void move(Sql sql, long session, String which, Object parameter)
      throws SQLException {
    String where = " FROM deferred_mail WHERE session = ? AND " + which;
    List<MailTable.Item> items =
        sql.all(
            "SELECT kind, subject, in_room, time" + where + " ORDER BY number",
            row ->
                new MailTable.Item(
                    0,
                    MailTable.Kind.valueOf(row.text("kind")),
                    row.number("subject"),
                    row.flag("in_room"),
                    "",
                    row.time("time")),
            session,
            parameter);
    for (MailTable.Item item : items) {
      MailTable.insert(sql, session, item);
    }
    if (!items.isEmpty()) {
      sql.update("DELETE" + where, session, parameter);
    }
  }
}
