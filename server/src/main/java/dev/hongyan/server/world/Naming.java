// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import dev.hongyan.server.store.Sql;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody is called: by the reader's own name for him, by his name in the room, by the name
 * that he gave himself.
 */
final class Naming {

  private final Map<AccountId, String> names = new HashMap<>();
  private final Map<AccountId, Map<AccountId, String>> remarks = new HashMap<>();

  private Naming() {}

  /** The names of these people, in a room or outside. */
  static Naming of(Sql sql, Optional<RoomId> room, Collection<AccountId> people)
      throws SQLException {
    Naming naming = new Naming();
    for (AccountId person : people) {
      naming.names.put(person, name(sql, room, person));
      naming.remarks.put(person, ContactTable.remarksFor(sql, person));
    }
    return naming;
  }

  private static String name(Sql sql, Optional<RoomId> room, AccountId person) throws SQLException {
    Optional<String> displayName =
        room.isEmpty() ? Optional.empty() : RoomTable.displayName(sql, room.get(), person);
    return displayName.isPresent()
        ? displayName.get()
        : AccountTable.get(sql, person).profile().nickName();
  }

  /** What a reader calls one of them. */
  String name(AccountId reader, AccountId person) {
    return remarks
        .getOrDefault(person, Map.of())
        .getOrDefault(reader, names.getOrDefault(person, ""));
  }

  /** What a reader calls several of them. */
  List<String> names(AccountId reader, Collection<AccountId> people) {
    return people.stream().map(person -> name(reader, person)).toList();
  }
}
