// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import dev.hongyan.server.store.Row;
import dev.hongyan.server.store.Sql;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The SQL of friend requests. */
final class FriendRequestTable {

  private static final String COLUMNS =
      """
      SELECT account.id AS id, party.name AS name, account.kind AS kind, uin, nick_name, spelling,
        alias, sex, signature, province, city, verify_flag, picture_version, trait, real_id,
        switches, asked, greeting, scene, ticket, time
      FROM friend_request JOIN account ON account.id = friend_request.asker
        JOIN party ON party.id = account.id
      WHERE asked = ?
      """;

  private FriendRequestTable() {}

  static List<FriendRequest> to(Sql sql, AccountId asked) throws SQLException {
    return sql.all(COLUMNS + "ORDER BY time, asker", FriendRequestTable::request, asked.value());
  }

  static Optional<FriendRequest> find(Sql sql, AccountId asked, AccountId asker)
      throws SQLException {
    return sql.one(
        COLUMNS + "AND asker = ?", FriendRequestTable::request, asked.value(), asker.value());
  }

  /** Keeps it in place of an earlier one of the same two. */
  static void put(Sql sql, FriendRequest request) throws SQLException {
    sql.update(
        """
        INSERT OR REPLACE INTO friend_request (asked, asker, greeting, scene, ticket, time)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
        request.asked().value(),
        request.asker().id().value(),
        request.greeting(),
        request.scene(),
        request.ticket(),
        request.time());
  }

  static void delete(Sql sql, AccountId asked, AccountId asker) throws SQLException {
    sql.update(
        "DELETE FROM friend_request WHERE asked = ? AND asker = ?", asked.value(), asker.value());
  }

  private static FriendRequest request(Row row) throws SQLException {
    return new FriendRequest(
        AccountTable.account(row),
        new AccountId(row.number("asked")),
        row.text("greeting"),
        row.count("scene"),
        row.text("ticket"),
        row.time("time"));
  }
}
