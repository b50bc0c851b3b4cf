// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import dev.hongyan.server.store.Row;
import dev.hongyan.server.store.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The SQL of sessions and of what outlives them. */
final class SessionTable {

  private static final String COLUMNS =
      """
      SELECT number, account, client_kind, sid, skey, previous_skey, pass_ticket, data_ticket,
        auth_ticket, uvid, names_key, key_base, created, last_call, acknowledged, ended, end_reason
      FROM session
      """;

  private SessionTable() {}

  static Optional<Session> find(Sql sql, String sid) throws SQLException {
    return sql.one(COLUMNS + "WHERE sid = ?", SessionTable::session, sid);
  }

  static Optional<Session> withDataTicket(Sql sql, String ticket) throws SQLException {
    return sql.one(COLUMNS + "WHERE data_ticket = ?", SessionTable::session, ticket);
  }

  static Optional<Session> numbered(Sql sql, long number) throws SQLException {
    return sql.one(COLUMNS + "WHERE number = ?", SessionTable::session, number);
  }

  static Optional<Session> live(Sql sql, AccountId account) throws SQLException {
    return sql.one(
        COLUMNS + "WHERE account = ? AND ended IS NULL", SessionTable::session, account.value());
  }

  static List<Session> live(Sql sql) throws SQLException {
    return sql.all(COLUMNS + "WHERE ended IS NULL ORDER BY number", SessionTable::session);
  }

  static Optional<Long> liveNumber(Sql sql, AccountId account) throws SQLException {
    return sql.one(
        "SELECT number FROM session WHERE account = ? AND ended IS NULL",
        row -> row.number("number"),
        account.value());
  }

  /** The same, if it is of this kind. */
  static Optional<Long> liveNumber(Sql sql, AccountId account, ClientKind kind)
      throws SQLException {
    return sql.one(
        "SELECT number FROM session WHERE account = ? AND ended IS NULL AND client_kind = ?",
        row -> row.number("number"),
        account.value(),
        kind.name());
  }

  static long insert(Sql sql, AccountId account, ClientKind kind, NewSession session, Instant now)
      throws SQLException {
    Secrets secrets = session.secrets();
    return sql.insert(
        """
        INSERT INTO session (account, client_kind, sid, skey, previous_skey, pass_ticket,
          data_ticket, auth_ticket, uvid, names_key, key_base, created, last_call)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        account.value(),
        kind.name(),
        secrets.sid(),
        secrets.skey(),
        secrets.previousSkey(),
        secrets.passTicket(),
        secrets.dataTicket(),
        secrets.authTicket(),
        secrets.uvid(),
        session.namesKey(),
        session.keyBase(),
        now,
        now);
  }

  /** Ends a session that is not over yet; says whether it did. */
  static boolean end(Sql sql, long number, EndReason reason, Instant now) throws SQLException {
    return sql.update(
            "UPDATE session SET ended = ?, end_reason = ? WHERE number = ? AND ended IS NULL",
            now,
            reason.name(),
            number)
        > 0;
  }

  /** Gives a session another key; the one that it had is the one before now. */
  static void renewKey(Sql sql, long number, String skey, Instant now) throws SQLException {
    sql.update(
        """
        UPDATE session SET previous_skey = skey, skey = ?, key_drawn = ?
        WHERE number = ? AND ended IS NULL
        """,
        skey,
        now,
        number);
  }

  /** When a live session was given the key that it has, if it is live. */
  static Optional<Instant> keyDrawn(Sql sql, long number) throws SQLException {
    return sql.one(
        "SELECT MAX(created, key_drawn) AS drawn FROM session WHERE number = ? AND ended IS NULL",
        row -> row.time("drawn"),
        number);
  }

  static void forgetEndedBefore(Sql sql, Instant time) throws SQLException {
    sql.update("DELETE FROM session WHERE ended < ?", time);
  }

  static void acknowledge(Sql sql, long number, long seq, Instant lastCall) throws SQLException {
    sql.update(
        "UPDATE session SET acknowledged = ?, last_call = ? WHERE number = ?",
        seq,
        lastCall,
        number);
  }

  static void keepAuthTicket(Sql sql, AccountId account, String ticket, Instant now)
      throws SQLException {
    sql.update(
        "INSERT INTO auth_ticket (account, ticket, issued) VALUES (?, ?, ?)",
        account.value(),
        ticket,
        now);
  }

  /** Leaves an account its newest tickets only. */
  static void thinAuthTickets(Sql sql, AccountId account, int kept) throws SQLException {
    sql.update(
        """
        DELETE FROM auth_ticket WHERE account = ?1 AND ticket NOT IN
          (SELECT ticket FROM auth_ticket WHERE account = ?1 ORDER BY issued DESC LIMIT ?2)
        """,
        account.value(),
        kept);
  }

  static List<String> authTickets(Sql sql, AccountId account) throws SQLException {
    return sql.all(
        "SELECT ticket FROM auth_ticket WHERE account = ?",
        row -> row.text("ticket"),
        account.value());
  }

  private static Session session(Row row) throws SQLException {
    SessionCipher cipher = new SessionCipher(row.bytes("names_key"));
    return new Session(
        row.number("number"),
        new AccountId(row.number("account")),
        ClientKind.valueOf(row.text("client_kind")),
        new Secrets(
            row.text("sid"),
            row.text("skey"),
            row.text("previous_skey"),
            row.text("pass_ticket"),
            row.text("data_ticket"),
            row.text("auth_ticket"),
            row.text("uvid")),
        new UserNames(cipher),
        new MediaHandles(cipher),
        row.count("key_base"),
        row.time("created"),
        row.time("last_call"),
        row.number("acknowledged"),
        row.maybeTime("ended"),
        row.maybeText("end_reason").map(EndReason::valueOf));
  }
}
