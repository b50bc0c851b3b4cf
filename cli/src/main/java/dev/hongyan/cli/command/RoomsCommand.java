// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.command;

import dev.hongyan.cli.output.JsonLine;
import dev.hongyan.cli.output.PlainText;
import dev.hongyan.cli.output.Table;
import dev.hongyan.cli.output.Texts;
import dev.hongyan.client.WeChat;
import dev.hongyan.protocol.contact.Contact;
import dev.hongyan.protocol.contact.Member;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the chat rooms that are known, and who is in them. */
@Command(name = "rooms")
final class RoomsCommand implements Callable<Integer> {

  /** As many members as a line of a table bears; {@code --json} has them all. */
  private static final int SHOWN_MEMBERS = 6;

  private final Hongyan hongyan;

  @Mixin private AccountOptions accounts = new AccountOptions();

  RoomsCommand(Hongyan hongyan) {
    this.hongyan = hongyan;
  }

  @Override
  public Integer call() throws InterruptedException {
    return accounts.account(hongyan).shareKnowingContacts(this::list).code();
  }

  private Exit list(WeChat wechat) {
    if (hongyan.isJson()) {
      wechat.rooms().forEach(room -> hongyan.console().data(json(room)));
      return Exit.DONE;
    }
    Texts texts = hongyan.texts();
    Table table =
        new Table(
            hongyan.console().paint(),
            texts.get("column.name"),
            texts.get("column.count"),
            texts.get("column.members"),
            texts.get("column.user-name"));
    for (Contact room : wechat.rooms()) {
      table.row(
          PlainText.line(room.shownName()),
          Integer.toString(room.room().members().size()),
          members(room),
          room.userName().value());
    }
    table.lines().forEach(hongyan.console()::data);
    hongyan.console().talk(texts.get("rooms.count", wechat.rooms().size()));
    return Exit.DONE;
  }

  private static String members(Contact room) {
    String names =
        room.room().members().stream()
            .limit(SHOWN_MEMBERS)
            .map(member -> PlainText.line(shownName(member)))
            .collect(Collectors.joining(" · "));
    return room.room().members().size() > SHOWN_MEMBERS ? names + " …" : names;
  }

  private static String shownName(Member member) {
    return member.displayName().isEmpty() ? member.nickName() : member.displayName();
  }

  private static String json(Contact room) {
    return JsonLine.of(json -> {
      json.writeStringProperty("userName", room.userName().value());
      json.writeStringProperty("name", room.shownName());
      json.writeBooleanProperty("isOwned", room.room().isOwned());
      json.writeArrayPropertyStart("members");
      for (Member member : room.room().members()) {
        json.writeStartObject();
        json.writeStringProperty("userName", member.userName().value());
        json.writeStringProperty("nickName", member.nickName());
        json.writeStringProperty("displayName", member.displayName());
        json.writeEndObject();
      }
      json.writeEndArray();
    });
  }
}
