// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.command;

import dev.hongyan.cli.output.IdentityJson;
import dev.hongyan.cli.output.JsonLine;
import dev.hongyan.cli.output.PlainText;
import dev.hongyan.client.Chat;
import dev.hongyan.client.WeChat;
import dev.hongyan.client.event.Event;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.contact.Member;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Prints what happens to a room without a note of the service, as a line. */
record RoomLines(Hongyan hongyan, WeChat wechat) {

  /** Prints who owns the room now. */
  void print(Event.RoomPassedOn news) {
    Instant now = hongyan.time().instant().truncatedTo(ChronoUnit.SECONDS); // as messages have it
    Chat room = wechat.chat(news.room());
    boolean isSelf = news.owner().equals(wechat.self().userName());
    var ignored =
        hongyan
            .console()
            .data(
                hongyan.isJson()
                    ? json(now, room, news.owner(), isSelf)
                    : text(now, room, news.owner(), isSelf));
  }

  private String json(Instant now, Chat room, UserName owner, boolean isSelf) {
    return JsonLine.of(json -> {
      json.writeStringProperty("event", "room-passed-on");
      json.writeStringProperty("time", now.toString());
      MessageLines.write(json, room);
      json.writeObjectPropertyStart("owner");
      json.writeStringProperty("userName", owner.value());
      IdentityJson.write(json, wechat.identity(owner));
      json.writeStringProperty("name", name(room, owner));
      json.writeBooleanProperty("isSelf", isSelf);
      json.writeEndObject();
    });
  }

  private String text(Instant now, Chat room, UserName owner, boolean isSelf) {
    String said =
        isSelf
            ? hongyan.texts().get("listen.passed-on-to-me")
            : hongyan.texts().get("listen.passed-on", PlainText.line(name(room, owner)));
    return MessageLines.head(now, PlainText.line(room.name()), hongyan.console().paint())
        + "— "
        + said;
  }

  /** Of somebody who has just come in the list of members may not know yet. */
  private String name(Chat room, UserName owner) {
    return room.members().stream()
        .filter(member -> member.userName().equals(owner))
        .findFirst()
        .map(Member::shownName)
        .orElseGet(() -> wechat.chat(owner).name());
  }
}
