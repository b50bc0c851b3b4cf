// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import dev.hongyan.server.store.Row;
import dev.hongyan.server.store.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The SQL of chat rooms and their members. */
final class RoomTable {

  private static final String ROOM =
      """
      SELECT room.id AS room_id, party.name AS room_name, topic, room.owner AS room_owner,
        room.picture_version AS room_picture
      FROM room JOIN party ON party.id = room.id
      """;

  private static final String MEMBERSHIP =
      """
      SELECT room.id AS room_id, party.name AS room_name, topic, room.owner AS room_owner,
        room.picture_version AS room_picture, saved, pinned, muted
      FROM member JOIN room ON room.id = member.room JOIN party ON party.id = room.id
      WHERE member.account = ?
      """;

  private static final String MEMBER =
      """
      SELECT account.id AS id, party.name AS name, account.kind AS kind, uin, nick_name, spelling,
        alias, sex, signature, province, city, verify_flag, account.picture_version, trait,
        real_id, switches, display_name
      FROM member JOIN account ON account.id = member.account
        JOIN party ON party.id = account.id
      WHERE member.room = ?
      """;

  private RoomTable() {}

  static Optional<Room> find(Sql sql, RoomId id) throws SQLException {
    return sql.one(ROOM + "WHERE room.id = ?", RoomTable::room, id.value());
  }

  static Optional<Room> named(Sql sql, String name) throws SQLException {
    return sql.one(ROOM + "WHERE party.name = ?", RoomTable::room, name);
  }

  static List<Room> all(Sql sql) throws SQLException {
    return sql.all(ROOM + "ORDER BY room.id", RoomTable::room);
  }

  static List<Membership> of(Sql sql, AccountId account) throws SQLException {
    return sql.all(MEMBERSHIP + "ORDER BY room.id", RoomTable::membership, account.value());
  }

  static List<Membership> savedBy(Sql sql, AccountId account, long after, int limit)
      throws SQLException {
    return sql.all(
        MEMBERSHIP + "AND saved = 1 AND room.id > ? ORDER BY room.id LIMIT ?",
        RoomTable::membership,
        account.value(),
        after,
        limit);
  }

  static Optional<Membership> membership(Sql sql, AccountId account, RoomId room)
      throws SQLException {
    return sql.one(
        MEMBERSHIP + "AND room.id = ?", RoomTable::membership, account.value(), room.value());
  }

  static List<Member> members(Sql sql, RoomId room) throws SQLException {
    return sql.all(
        MEMBER + "ORDER BY position",
        row -> new Member(AccountTable.account(row), row.text("display_name")),
        room.value());
  }

  static List<AccountId> memberIds(Sql sql, RoomId room) throws SQLException {
    return sql.all(
        "SELECT account FROM member WHERE room = ? ORDER BY position",
        row -> new AccountId(row.number("account")),
        room.value());
  }

  static boolean hasMember(Sql sql, RoomId room, AccountId account) throws SQLException {
    return sql.any(
        "SELECT 1 FROM member WHERE account = ? AND room = ?", account.value(), room.value());
  }

  static boolean shareRoom(Sql sql, AccountId one, AccountId other) throws SQLException {
    return sql.any(
        """
        SELECT 1 FROM member AS one JOIN member AS other ON other.room = one.room
        WHERE one.account = ? AND other.account = ? LIMIT 1
        """,
        one.value(),
        other.value());
  }

  static void insert(Sql sql, Room room) throws SQLException {
    sql.update(
        "INSERT INTO room (id, topic, owner, picture_version) VALUES (?, ?, ?, ?)",
        room.id().value(),
        room.topic(),
        room.owner().value(),
        room.pictureVersion());
  }

  static void addMember(Sql sql, RoomId room, AccountId account, NewRoom.Member as)
      throws SQLException {
    sql.update(
        """
        INSERT INTO member (room, position, account, display_name, saved, pinned, muted)
        VALUES (?1, (SELECT COALESCE(MAX(position), 0) + 1 FROM member WHERE room = ?1),
          ?2, ?3, ?4, ?5, ?6)
        """,
        room.value(),
        account.value(),
        as.displayName(),
        as.saved(),
        as.pinned(),
        as.muted());
  }

  /** The name by which a member goes in a room, if he has one there. */
  static Optional<String> displayName(Sql sql, RoomId room, AccountId account) throws SQLException {
    return sql.one(
        "SELECT display_name FROM member WHERE account = ? AND room = ? AND display_name <> ''",
        row -> row.text("display_name"),
        account.value(),
        room.value());
  }

  static int size(Sql sql, RoomId room) throws SQLException {
    return sql.one(
            "SELECT COUNT(*) AS size FROM member WHERE room = ?",
            row -> row.count("size"),
            room.value())
        .orElse(0);
  }

  static void updateMember(Sql sql, RoomId room, AccountId account, MemberEdit edit)
      throws SQLException {
    sql.update(
        """
        UPDATE member SET display_name = COALESCE(?, display_name), saved = COALESCE(?, saved),
          pinned = COALESCE(?, pinned), muted = COALESCE(?, muted)
        WHERE account = ? AND room = ?
        """,
        edit.displayName(),
        edit.saved(),
        edit.pinned(),
        edit.muted(),
        account.value(),
        room.value());
  }

  static void removeMember(Sql sql, RoomId room, AccountId account) throws SQLException {
    sql.update("DELETE FROM member WHERE account = ? AND room = ?", account.value(), room.value());
  }

  static void setTopic(Sql sql, RoomId room, String topic) throws SQLException {
    sql.update("UPDATE room SET topic = ? WHERE id = ?", topic, room.value());
  }

  static void setOwner(Sql sql, RoomId room, AccountId owner) throws SQLException {
    sql.update("UPDATE room SET owner = ? WHERE id = ?", owner.value(), room.value());
  }

  /** Has somebody wait in front of a room until he says yes. */
  static void invite(Sql sql, RoomId room, AccountId invited, AccountId inviter, Instant now)
      throws SQLException {
    sql.update(
        """
        INSERT INTO invitation (invited, room, inviter, time) VALUES (?, ?, ?, ?)
        ON CONFLICT (invited, room) DO UPDATE SET inviter = excluded.inviter, time = excluded.time
        """,
        invited.value(),
        room.value(),
        inviter.value(),
        now);
  }

  /** Who invited somebody into a room, if somebody did and he has not answered. */
  static Optional<AccountId> inviter(Sql sql, RoomId room, AccountId invited) throws SQLException {
    return sql.one(
        "SELECT inviter FROM invitation WHERE invited = ? AND room = ?",
        row -> new AccountId(row.number("inviter")),
        invited.value(),
        room.value());
  }

  /** Those that wait for somebody's answer, oldest first. */
  static List<Invitation> invitations(Sql sql, AccountId invited) throws SQLException {
    record Waiting(RoomId room, AccountId by, Instant time) {}

    List<Waiting> rows =
        sql.all(
            "SELECT room, inviter, time FROM invitation WHERE invited = ? ORDER BY time, room",
            row ->
                new Waiting(
                    new RoomId(row.number("room")),
                    new AccountId(row.number("inviter")),
                    row.time("time")),
            invited.value());
    List<Invitation> found = new ArrayList<>();
    for (Waiting row : rows) {
      Room room = find(sql, row.room()).orElseThrow();
      found.add(new Invitation(room, AccountTable.get(sql, row.by()), row.time()));
    }
    return found;
  }

  static void forgetInvitation(Sql sql, RoomId room, AccountId invited) throws SQLException {
    sql.update(
        "DELETE FROM invitation WHERE invited = ? AND room = ?", invited.value(), room.value());
  }

  private static Room room(Row row) throws SQLException {
    return new Room(
        new RoomId(row.number("room_id")),
        row.text("room_name"),
        row.text("topic"),
        new AccountId(row.number("room_owner")),
        row.count("room_picture"));
  }

  private static Membership membership(Row row) throws SQLException {
    return new Membership(room(row), row.flag("saved"), row.flag("pinned"), row.flag("muted"));
  }
}
