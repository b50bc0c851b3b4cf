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
        switches, remark, pinned, muted, starred, blocked
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

  /** What those call somebody who have a name of their own for him. */
  static Map<AccountId, String> remarksFor(Sql sql, AccountId peer) throws SQLException {
    Map<AccountId, String> remarks = new HashMap<>();
    sql.all(
            "SELECT owner, remark FROM contact WHERE peer = ? AND remark <> ''",
            row -> Map.entry(new AccountId(row.number("owner")), row.text("remark")),
            peer.value())
        .forEach(entry -> remarks.put(entry.getKey(), entry.getValue()));
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

  static void update(Sql sql, AccountId owner, AccountId peer, ContactEdit edit)
      throws SQLException {
    sql.update(
        """
        UPDATE contact SET remark = COALESCE(?, remark), pinned = COALESCE(?, pinned),
          muted = COALESCE(?, muted), starred = COALESCE(?, starred), blocked = COALESCE(?, blocked)
        WHERE owner = ? AND peer = ?
        """,
        edit.remark(),
        edit.pinned(),
        edit.muted(),
        edit.starred(),
        edit.blocked(),
        owner.value(),
        peer.value());
  }

  /** Takes an entry out, if it is there, and says whether it was. */
  static boolean delete(Sql sql, AccountId owner, AccountId peer) throws SQLException {
    return sql.update(
            "DELETE FROM contact WHERE owner = ? AND peer = ?", owner.value(), peer.value())
        > 0;
  }

  static boolean isBlocked(Sql sql, AccountId owner, AccountId peer) throws SQLException {
    return sql.any(
        "SELECT 1 FROM contact WHERE owner = ? AND peer = ? AND blocked = 1",
        owner.value(),
        peer.value());
  }

  /** Who has somebody in his address book. */
  static List<AccountId> ownersOf(Sql sql, AccountId peer) throws SQLException {
    return sql.all(
        "SELECT owner FROM contact WHERE peer = ?",
        row -> new AccountId(row.number("owner")),
        peer.value());
  }

  /** Somebody has met a stranger: he may look at him from now on. */
  static void meet(Sql sql, AccountId viewer, AccountId met) throws SQLException {
    sql.update(
        "INSERT INTO acquaintance (viewer, met) VALUES (?, ?) ON CONFLICT DO NOTHING",
        viewer.value(),
        met.value());
  }

  static boolean hasMet(Sql sql, AccountId viewer, AccountId met) throws SQLException {
    return sql.any(
        "SELECT 1 FROM acquaintance WHERE viewer = ? AND met = ?", viewer.value(), met.value());
  }

  private static Contact contact(Row row) throws SQLException {
    return new Contact(
        AccountTable.account(row),
        row.text("remark"),
        row.flag("pinned"),
        row.flag("muted"),
        row.flag("starred"),
        row.flag("blocked"));
  }
}
