// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.phone;

import dev.hongyan.protocol.WebReply;
import dev.hongyan.server.world.Account;
import dev.hongyan.server.world.AccountId;
import dev.hongyan.server.world.ChatId;
import dev.hongyan.server.world.Content;
import dev.hongyan.server.world.Message;
import dev.hongyan.server.world.Room;
import dev.hongyan.server.world.RoomId;
import dev.hongyan.server.world.World;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
    return Replies.ok(json ->
        Replies.array(json, "messages", messages, (out, message) -> write(out, message, names)));
  }

  private void write(JsonGenerator json, Message message, Map<ChatId, String> names) {
    String to = names.computeIfAbsent(message.to(), this::name);
    json.writeStringProperty("id", message.id().toString());
    Replies.maybe(json, "clientId", message.clientId());
    json.writeStringProperty("from", names.computeIfAbsent(message.from(), this::name));
    json.writeStringProperty("to", to);
    Replies.maybe(
        json, "room", message.to() instanceof RoomId ? Optional.of(to) : Optional.empty());
    json.writeStringProperty("type", message.content().kind());
    json.writeStringProperty("text", message.content().text());
    writeMedia(json, message.content());
    Replies.maybe(json, "call", message.call());
    json.writeStringProperty("time", message.time().toString());
    writeAbout(json, message.content());
  }

  private static void writeMedia(JsonGenerator json, Content content) {
    Optional<Content.Attachment> file = content.attachment();
    if (file.isEmpty()) {
      json.writeNullProperty("media");
      return;
    }
    json.writeName("media");
    Replies.object(
        json,
        inner -> {
          inner.writeStringProperty("name", file.get().name());
          inner.writeNumberProperty("size", file.get().media().size());
          inner.writeStringProperty("md5", file.get().media().md5());
        });
  }

  /** What no other field tells; only for kinds that have more to tell. */
  private void writeAbout(JsonGenerator json, Content content) {
    Map<String, String> about =
        switch (content) {
          case Content.Card(var account) -> Map.of("account", name(account));
          case Content.Location place ->
              Map.of(
                  "latitude", Double.toString(place.latitude()),
                  "longitude", Double.toString(place.longitude()),
                  "place", place.place());
          case Content.Link link -> Map.of("description", link.description(), "url", link.url());
          case Content.Music music -> Map.of("url", music.url(), "sound", music.sound());
          case Content.MiniProgram page -> Map.of("program", page.program(), "url", page.url());
          case Content.Transfer transfer -> Map.of("amount", transfer.amount());
          case Content.Quote quote -> Map.of("of", quote.of().toString());
          case Content.Recall recall -> Map.of("of", recall.of().toString());
          case Content.Voice voice -> Map.of("seconds", seconds(voice.length()));
          case Content.Video video -> Map.of("seconds", seconds(video.length()));
          default -> Map.of();
        };
    if (!about.isEmpty()) {
      json.writeName("about");
      Replies.object(json, inner -> new TreeMap<>(about).forEach(inner::writeStringProperty));
    }
  }

  private static String seconds(Duration length) {
    return BigDecimal.valueOf(length.toMillis(), 3).stripTrailingZeros().toPlainString();
  }

  private String name(ChatId chat) {
    return switch (chat) {
      case AccountId account -> world.accounts().account(account).name();
      case RoomId room -> world.rooms().find(room).map(Room::name).orElse("");
    };
  }
}
