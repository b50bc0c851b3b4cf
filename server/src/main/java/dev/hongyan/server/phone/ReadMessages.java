// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.phone;

import dev.hongyan.protocol.WebReply;
import dev.hongyan.server.world.Account;
import dev.hongyan.server.world.AccountId;
import dev.hongyan.server.world.ChatId;
import dev.hongyan.server.world.Message;
import dev.hongyan.server.world.Room;
import dev.hongyan.server.world.RoomId;
import dev.hongyan.server.world.World;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** Everything on somebody's phone, oldest first. */
record ReadMessages(World world) implements PhoneCall {

  private static final int MOST = 10_000;
  private static final int USUAL = 1000;

  @Override
  public String method() {
    return "GET";
  }

  @Override
  public String path() {
    return "messages";
  }

  @Override
  public WebReply answer(Ask ask) {
    String name = ask.parameter("account");
    long after = ask.number("after", 0, Long.MAX_VALUE, 0);
    int limit = (int) ask.number("limit", 1, MOST, USUAL);
    Account account =
        world
            .accounts()
            .named(name)
            .orElseThrow(() -> Problem.unknown("account: no such account: " + name));
    List<Message> messages = world.messages().onPhone(account.id(), after, limit);
    Map<ChatId, String> names = new HashMap<>();
    ToldContent told = new ToldContent(world.accounts());
    return Replies.ok(json ->
        Replies.array(
            json, "messages", messages, (out, message) -> write(out, message, names, told)));
  }

  private void write(
      JsonGenerator json, Message message, Map<ChatId, String> names, ToldContent told) {
    String to = names.computeIfAbsent(message.to(), this::name);
    json.writeStringProperty("id", message.id().toString());
    Replies.maybe(json, "clientId", message.clientId());
    json.writeStringProperty("from", names.computeIfAbsent(message.from(), this::name));
    json.writeStringProperty("to", to);
    Replies.maybe(
        json, "room", message.to() instanceof RoomId ? Optional.of(to) : Optional.empty());
    json.writeStringProperty("type", message.content().kind());
    json.writeStringProperty("text", message.content().text());
    told.writeMedia(json, message.content());
    Replies.maybe(json, "call", message.call());
    json.writeStringProperty("time", message.time().toString());
    told.writeAbout(json, message.content());
  }

  private String name(ChatId chat) {
    return switch (chat) {
      case AccountId account -> world.accounts().account(account).name();
      case RoomId room -> world.rooms().find(room).map(Room::name).orElse("");
    };
  }
}
