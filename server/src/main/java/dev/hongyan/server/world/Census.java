// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import dev.hongyan.server.store.Row;
import dev.hongyan.server.store.Sql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a {@link Population} out of a world. */
final class Census {

  private Census() {}

  static Population take(Sql sql) throws SQLException {
    List<NewAccount> accounts =
        AccountTable.all(sql).stream()
            .filter(account -> account.kind() != AccountKind.SPECIAL)
            .map(Census::again)
            .toList();
    return new Population(accounts, friendships(sql), rooms(sql));
  }

  private static NewAccount again(Account account) {
    return new NewAccount(account.name(), account.kind(), account.verifyFlag(), account.profile());
  }

  private static List<Population.Friendship> friendships(Sql sql) throws SQLException {
    return sql.all(
        """
        SELECT owner.name AS owner, peer.name AS peer, remark, pinned, muted, starred, blocked
        FROM contact
        JOIN party AS owner ON owner.id = contact.owner
        JOIN party AS peer ON peer.id = contact.peer
        ORDER BY contact.owner, contact.peer
        """,
        row -> new Population.Friendship(row.text("owner"), row.text("peer"), notes(row)));
  }

  private static ContactEdit notes(Row row) throws SQLException {
    return new ContactEdit(
        Optional.of(row.text("remark")),
        Optional.of(row.flag("pinned")),
        Optional.of(row.flag("muted")),
        Optional.of(row.flag("starred")),
        Optional.of(row.flag("blocked")));
  }

  private static List<NewRoom> rooms(Sql sql) throws SQLException {
    List<NewRoom> rooms = new ArrayList<>();
    for (Room room : RoomTable.all(sql)) {
      String owner = AccountTable.get(sql, room.owner()).name();
      rooms.add(new NewRoom(room.name(), room.topic(), owner, members(sql, room.id())));
    }
    return rooms;
  }

  private static List<NewRoom.Member> members(Sql sql, RoomId room) throws SQLException {
    return sql.all(
        """
        SELECT party.name AS name, display_name, saved, pinned, muted FROM member
        JOIN party ON party.id = member.account WHERE member.room = ? ORDER BY position
        """,
        row ->
            new NewRoom.Member(
                row.text("name"),
                row.text("display_name"),
                row.flag("saved"),
                row.flag("pinned"),
                row.flag("muted")),
        room.value());
  }
}
