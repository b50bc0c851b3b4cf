// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import dev.hongyan.server.store.Row;
import dev.hongyan.server.store.Sql;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The SQL of address books. */
final class ContactTable {

  /** Account and entry together; the first parameter is the owner. */
  private static final String COLUMNS =
      """
      SELECT account.id AS id, party.name AS name, account.kind AS kind, uin, nick_name, spelling,
        alias, sex, signature, province, city, verify_flag, picture_version, trait, real_id,
        switches, remark, pinned, muted, starred
      FROM contact JOIN account ON account.id = contact.peer JOIN party ON party.id = account.id
      WHERE contact.owner = ?
      """;

  private ContactTable() {}

  static Optional<Contact> find(Sql sql, AccountId owner, AccountId peer) throws SQLException {
    return sql.one(
        COLUMNS + "AND contact.peer = ?", ContactTable::contact, owner.value(), peer.value());
  }

  static List<Contact> of(Sql sql, AccountId owner, long after, int limit) throws SQLException {
    return sql.all(
        COLUMNS + "AND contact.peer > ? ORDER BY contact.peer LIMIT ?",
        ContactTable::contact,
        owner.value(),
        after,
        limit);
  }

  /** What an owner calls those of a room's members to whom he gave a name of his own. */
  static Map<AccountId, String> remarks(Sql sql, AccountId owner, RoomId room) throws SQLException {
    Map<AccountId, String> remarks = new HashMap<>();
    List<Map.Entry<AccountId, String>> found =
        sql.all(
            """
            SELECT contact.peer AS peer, contact.remark AS remark
            FROM member JOIN contact ON contact.peer = member.account
            WHERE member.room = ? AND contact.owner = ? AND contact.remark <> ''
            """,
            row -> Map.entry(new AccountId(row.number("peer")), row.text("remark")),
            room.value(),
            owner.value());
    found.forEach(entry -> remarks.put(entry.getKey(), entry.getValue()));
    return remarks;
  }

  static boolean has(Sql sql, AccountId owner, AccountId peer) throws SQLException {
    return sql.any(
        "SELECT 1 FROM contact WHERE owner = ? AND peer = ?", owner.value(), peer.value());
  }

  /** Adds the entry, or gives the one that is there the remark. */
  static void put(Sql sql, AccountId owner, AccountId peer, String remark) throws SQLException {
    sql.update(
        """
        INSERT INTO contact (owner, peer, remark) VALUES (?, ?, ?)
        ON CONFLICT (owner, peer) DO UPDATE SET remark = excluded.remark
        """,
        owner.value(),
        peer.value(),
        remark);
  }

  private static Contact contact(Row row) throws SQLException {
    return new Contact(
        AccountTable.account(row),
        row.text("remark"),
        row.flag("pinned"),
        row.flag("muted"),
        row.flag("starred"));
  }
}
