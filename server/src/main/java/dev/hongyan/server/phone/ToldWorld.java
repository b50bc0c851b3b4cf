// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.phone;

import dev.hongyan.server.world.NewAccount;
import dev.hongyan.server.world.NewRoom;
import dev.hongyan.server.world.Population;
import java.util.ArrayList;
import java.util.List;

/** Reads people and rooms as {@link ReadWorld} tells them. */
public final class ToldWorld {

  private ToldWorld() {}

  /**
   * Reads who is in this JSON.
   *
   * @throws IllegalArgumentException if it is no such file, with a text that says where and why
   */
  public static Population read(byte[] bytes) {
    try {
      return population(Fields.of(new JsonReader().read(bytes)));
    } catch (Problem problem) {
      throw new IllegalArgumentException(problem.detail(), problem);
    }
  }

  private static Population population(Fields world) {
    List<NewAccount> accounts = new ArrayList<>();
    List<Population.Friendship> friendships = new ArrayList<>();
    List<NewRoom> rooms = new ArrayList<>();
    for (Fields.Item item : world.items("accounts")) {
      Fields fields = item.fields();
      NewAccount account = People.account(fields);
      accounts.add(account);
      for (Fields.Item contact : fields.items("contacts")) {
        friendships.add(friendship(account.name(), contact));
      }
      fields.done();
    }
    for (Fields.Item item : world.items("rooms")) {
      rooms.add(People.room(item.fields()));
    }
    world.done();
    return new Population(accounts, friendships, rooms);
  }

  private static Population.Friendship friendship(String owner, Fields.Item contact) {
    if (contact.text().isPresent()) {
      return new Population.Friendship(owner, contact.text().get(), "");
    }
    Fields fields = contact.fields();
    Population.Friendship friendship =
        new Population.Friendship(owner, fields.text("id"), People.notes(fields));
    fields.done();
    return friendship;
  }
}
