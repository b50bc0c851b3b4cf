// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.command;

import dev.hongyan.cli.output.IdentityJson;
import dev.hongyan.cli.output.JsonLine;
import dev.hongyan.cli.output.PlainText;
import dev.hongyan.cli.output.Table;
import dev.hongyan.cli.output.Texts;
import dev.hongyan.client.Chat;
import dev.hongyan.client.WeChat;
import dev.hongyan.protocol.contact.Contact;
import dev.hongyan.protocol.contact.Member;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lists the chat rooms that are known, and who is in them; opens and changes them. */
@Command(name = "rooms")
final class RoomsCommand implements Callable<Integer> {

  /** As many members as a line of a table bears; {@code --json} has them all. */
  private static final int SHOWN_MEMBERS = 6;

  /** Fewer others make no room (protocol reference 3.29). */
  private static final int SMALLEST_CROWD = 2;

  private final Hongyan hongyan;

  @Mixin private AccountOptions accounts = new AccountOptions();

  RoomsCommand(Hongyan hongyan) {
    this.hongyan = hongyan;
  }

  @Override
  public Integer call() throws InterruptedException {
    return accounts.account(hongyan).shareKnowingContacts(this::list).code();
  }

  @Command(name = "create")
  int create(
      @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "rooms.name") String name,
      @Parameters(index = "1..*", arity = "1..*", paramLabel = "WHO", descriptionKey = "rooms.who")
          List<String> others)
      throws InterruptedException {
    if (others.size() < SMALLEST_CROWD) {
      throw new FailedException(Exit.USAGE, hongyan.texts().get("rooms.too-few"));
    }
    return wish(
        (search, report) -> report.tell(search.wechat().createRoom(search.people(others), name)));
  }

  @Command(name = "rename")
  int rename(
      @Parameters(index = "0", paramLabel = "ROOM", descriptionKey = "rooms.room") String room,
      @Parameters(index = "1", paramLabel = "NAME", descriptionKey = "rooms.name") String name)
      throws InterruptedException {
    return wish((search, report) -> report.tell(room(search, room).rename(name)));
  }

  @Command(name = "invite")
  int invite(
      @Parameters(index = "0", paramLabel = "ROOM", descriptionKey = "rooms.room") String room,
      @Parameters(index = "1..*", arity = "1..*", paramLabel = "WHO", descriptionKey = "rooms.who")
          List<String> friends)
      throws InterruptedException {
    return wish((search, report) -> report.tell(room(search, room).invite(search.people(friends))));
  }

  @Command(name = "remove")
  int remove(
      @Parameters(index = "0", paramLabel = "ROOM", descriptionKey = "rooms.room") String room,
      @Parameters(index = "1..*", arity = "1..*", paramLabel = "WHO", descriptionKey = "rooms.who")
          List<String> members)
      throws InterruptedException {
    return wish((search, report) -> {
      Chat chat = room(search, room);
      return report.tell(chat.remove(search.members(chat, members)));
    });
  }

  @Command(name = "leave")
  int leave(
      @Parameters(index = "0", paramLabel = "ROOM", descriptionKey = "rooms.room") String room)
      throws InterruptedException {
    return wish((search, report) -> report.tell(room(search, room).leave()));
  }

  private int wish(LocalAccount.Wish wish) throws InterruptedException {
    return accounts.account(hongyan).wish(wish);
  }

  private Chat room(NameSearch search, String name) throws InterruptedException {
    Chat chat = search.chat(name);
    if (!chat.isRoom()) {
      throw new FailedException(Exit.USAGE, hongyan.texts().get("rooms.no-room", name));
    }
    return chat;
  }

  private Exit list(WeChat wechat) {
    if (hongyan.isJson()) {
      wechat.rooms().forEach(room -> hongyan.console().data(json(room, wechat)));
      return Exit.DONE;
    }
    Texts texts = hongyan.texts();
    Table table =
        new Table(
            hongyan.console().paint(),
            texts.get("column.name"),
            texts.get("column.count"),
            texts.get("column.owner"),
            texts.get("column.members"),
            texts.get("column.user-name"));
    for (Contact room : wechat.rooms()) {
      table.row(
          PlainText.line(room.shownName()),
          Integer.toString(room.room().members().size()),
          owner(room, wechat).map(owner -> PlainText.line(owner.shownName())).orElse(""),
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
            .map(member -> PlainText.line(member.shownName()))
            .collect(Collectors.joining(" · "));
    return room.room().members().size() > SHOWN_MEMBERS ? names + " …" : names;
  }

  private static Optional<Member> owner(Contact room, WeChat wechat) {
    return wechat.chat(room.userName()).owner();
  }

  private static String json(Contact room, WeChat wechat) {
    return JsonLine.of(json -> {
      json.writeStringProperty("userName", room.userName().value());
      IdentityJson.write(json, wechat.identity(room.userName()));
      json.writeStringProperty("name", room.shownName());
      json.writeBooleanProperty("isOwned", room.room().isOwned());
      owner(room, wechat)
          .ifPresent(owner -> json.writeStringProperty("owner", owner.userName().value()));
      json.writeArrayPropertyStart("members");
      for (Member member : room.room().members()) {
        json.writeStartObject();
        json.writeStringProperty("userName", member.userName().value());
        IdentityJson.write(json, wechat.identity(member.userName()));
        json.writeStringProperty("nickName", member.nickName());
        json.writeStringProperty("displayName", member.displayName());
        json.writeEndObject();
      }
      json.writeEndArray();
    });
  }
}
