// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.phone;

import dev.hongyan.protocol.WebReply;
import dev.hongyan.server.world.NewAccount;
import dev.hongyan.server.world.NewRoom;
import dev.hongyan.server.world.Population;
import dev.hongyan.server.world.World;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;

/** Who is here, who knows whom, and which rooms there are; {@link ToldWorld} reads it back. */
record ReadWorld(World world) implements PhoneCall {

  @Override
  public String method() {
    return "GET";
  }

  @Override
  public String path() {
    return "world";
  }

  @Override
  public WebReply answer(Ask ask) {
    Population people = world.population();
    Map<String, List<Population.Friendship>> books =
        people.friendships().stream().collect(Collectors.groupingBy(Population.Friendship::owner));
    return Replies.ok(json -> {
      Replies.array(
          json,
          "accounts",
          people.accounts(),
          (out, account) -> account(out, account, books.getOrDefault(account.name(), List.of())));
      Replies.array(json, "rooms", people.rooms(), ReadWorld::room);
    });
  }

  private static void account(
      JsonGenerator json, NewAccount account, List<Population.Friendship> book) {
    json.writeStringProperty("id", account.name());
    json.writeStringProperty("nickName", account.profile().nickName());
    json.writeStringProperty("alias", account.profile().alias());
    json.writeStringProperty("type", People.type(account.kind()));
    Replies.array(
        json,
        "contacts",
        book,
        (out, contact) -> {
          out.writeStringProperty("id", contact.peer());
          People.tellNotes(out, contact.notes());
        });
  }

  private static void room(JsonGenerator json, NewRoom room) {
    json.writeStringProperty("id", room.name());
    json.writeStringProperty("name", room.topic());
    json.writeStringProperty("owner", room.owner());
    Replies.array(
        json,
        "members",
        room.members(),
        (out, member) -> {
          out.writeStringProperty("id", member.account());
          out.writeStringProperty("displayName", member.displayName());
          People.tellPlace(out, member.saved(), member.pinned(), member.muted());
        });
  }
}
