// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.phone;

import dev.hongyan.server.world.Account;
import dev.hongyan.server.world.AccountId;
import dev.hongyan.server.world.AccountKind;
import dev.hongyan.server.world.ChatId;
import dev.hongyan.server.world.Room;
import dev.hongyan.server.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds those whom calls name. */
record Directory(World world) {

  /** Somebody with a phone, or an official account: whoever can act. */
  Account actor(Fields fields, String field) {
    return actor(field, fields.text(field));
  }

  /** The one of this name, which a field or the query gave. */
  Account actor(String field, String name) {
    return world
        .accounts()
        .named(name)
        .filter(account -> account.kind() != AccountKind.SPECIAL)
        .orElseThrow(() -> Problem.unknown(field + ": no such account: " + name));
  }

  /** The same, where the field may be missing. */
  Optional<Account> maybeActor(Fields fields, String field) {
    return fields.maybeText(field).map(name -> actor(field, name));
  }

  /** Several of them; the array may be empty or missing. */
  List<AccountId> actors(Fields fields, String field) {
    List<AccountId> found = new ArrayList<>();
    for (Fields.Item item : fields.items(field)) {
      String name =
          item.text().orElseThrow(() -> Problem.field(item.path(), "must be a short name"));
      found.add(actor(item.path(), name).id());
    }
    return found;
  }

  /** A chat room. */
  Room room(Fields fields, String field) {
    return room(field, fields.text(field));
  }

  /** The chat room of this name, which a field or the path gave. */
  Room room(String field, String name) {
    return world
        .rooms()
        .named(name)
        .orElseThrow(() -> Problem.unknown(field + ": no such room: " + name));
  }

  /** Anybody or any room. */
  ChatId chat(Fields fields, String field) {
    String name = fields.text(field);
    Optional<Account> account = world.accounts().named(name);
    return account.isPresent() ? account.get().id() : room(field, name).id();
  }
}
