// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import dev.hongyan.server.store.Row;
import dev.hongyan.server.store.Sql;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The SQL of accounts and of the namespace that they share with rooms. */
final class AccountTable {

  static final String COLUMNS =
      """
      SELECT account.id AS id, party.name AS name, account.kind AS kind, uin, nick_name, spelling,
        alias, sex, signature, province, city, verify_flag, picture_version, trait, real_id,
        switches
      FROM account JOIN party ON party.id = account.id
      """;

  private AccountTable() {}

  static Optional<Account> find(Sql sql, AccountId id) throws SQLException {
    return sql.one(COLUMNS + "WHERE account.id = ?", AccountTable::account, id.value());
  }

  static Account get(Sql sql, AccountId id) throws SQLException {
    return find(sql, id).orElseThrow(() -> WorldException.unknown("no such account"));
  }

  static Optional<Account> named(Sql sql, String name) throws SQLException {
    return sql.one(COLUMNS + "WHERE party.name = ?", AccountTable::account, name);
  }

  static Optional<Account> withUin(Sql sql, long uin) throws SQLException {
    return sql.one(COLUMNS + "WHERE uin = ?", AccountTable::account, uin);
  }

  static List<Account> all(Sql sql) throws SQLException {
    return sql.all(COLUMNS + "ORDER BY account.id", AccountTable::account);
  }

  static boolean isTaken(Sql sql, String name) throws SQLException {
    return sql.any("SELECT 1 FROM party WHERE name = ?", name);
  }

  /** Takes a name for an account or a room, and the number that goes with it. */
  static long takeName(Sql sql, String name) throws SQLException {
    if (isTaken(sql, name)) {
      throw WorldException.conflict("the name is taken: " + name);
    }
    return sql.insert("INSERT INTO party (name) VALUES (?)", name);
  }

  static void insert(Sql sql, Account account) throws SQLException {
    Profile profile = account.profile();
    sql.update(
        """
        INSERT INTO account (id, kind, uin, nick_name, spelling, alias, sex, signature, province,
          city, verify_flag, picture_version, trait, real_id)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        account.id().value(),
        account.kind().name(),
        account.uin(),
        profile.nickName(),
        profile.spelling(),
        profile.alias(),
        profile.sex().name(),
        profile.signature(),
        profile.province(),
        profile.city(),
        account.verifyFlag(),
        account.pictureVersion(),
        account.trait(),
        account.realId());
  }

  static void setProfile(Sql sql, AccountId id, Profile profile, int pictureVersion)
      throws SQLException {
    sql.update(
        """
        UPDATE account SET nick_name = ?, spelling = ?, alias = ?, sex = ?, signature = ?,
          province = ?, city = ?, picture_version = ?
        WHERE id = ?
        """,
        profile.nickName(),
        profile.spelling(),
        profile.alias(),
        profile.sex().name(),
        profile.signature(),
        profile.province(),
        profile.city(),
        pictureVersion,
        id.value());
  }

  /** Who has a switch set, to whatever. */
  static List<Account> switching(Sql sql, Switch<?> key) throws SQLException {
    return sql.all(
        COLUMNS + "WHERE switches LIKE ? ORDER BY account.id",
        AccountTable::account,
        "%" + key.word() + "=%");
  }

  /** People and official accounts whom others find by this word: their alias or short name. */
  static List<Account> foundBy(Sql sql, String word) throws SQLException {
    return sql.all(
        COLUMNS
            + """
            WHERE account.kind <> 'SPECIAL' AND (alias = ?1 COLLATE NOCASE AND alias <> ''
              OR party.name = ?1 COLLATE NOCASE)
            ORDER BY account.id
            """,
        AccountTable::account,
        word);
  }

  static void setSwitches(Sql sql, AccountId id, Switches switches) throws SQLException {
    sql.update("UPDATE account SET switches = ? WHERE id = ?", switches.lines(), id.value());
  }

  /** The account of a row that {@link #COLUMNS} chose. */
  static Account account(Row row) throws SQLException {
    return new Account(
        new AccountId(row.number("id")),
        row.text("name"),
        AccountKind.valueOf(row.text("kind")),
        row.number("uin"),
        new Profile(
            row.text("nick_name"),
            row.text("spelling"),
            row.text("alias"),
            Sex.valueOf(row.text("sex")),
            row.text("signature"),
            row.text("province"),
            row.text("city")),
        row.count("verify_flag"),
        row.count("picture_version"),
        row.count("trait"),
        row.text("real_id"),
        Switches.ofLines(row.text("switches")));
  }
}
