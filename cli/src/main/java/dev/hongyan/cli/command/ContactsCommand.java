// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.command;

import dev.hongyan.cli.output.IdentityJson;
import dev.hongyan.cli.output.JsonLine;
import dev.hongyan.cli.output.PlainText;
import dev.hongyan.cli.output.Table;
import dev.hongyan.cli.output.Texts;
import dev.hongyan.client.Chat;
import dev.hongyan.client.WeChat;
import dev.hongyan.client.identity.Identity;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.contact.Contact;
import dev.hongyan.protocol.message.FriendRequest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lists who is in the address book, and changes what there is with people. */
@Command(name = "contacts")
final class ContactsCommand implements Callable<Integer> {

  private final Hongyan hongyan;

  @Mixin private AccountOptions accounts = new AccountOptions();

  ContactsCommand(Hongyan hongyan) {
    this.hongyan = hongyan;
  }

  @Override
  public Integer call() throws InterruptedException {
    return accounts.account(hongyan).shareKnowingContacts(this::list).code();
  }

  @Command(name = "remark")
  int remark(
      @Parameters(index = "0", paramLabel = "WHO", descriptionKey = "contacts.who") String who,
      @Parameters(
              index = "1",
              arity = "0..1",
              defaultValue = "",
              paramLabel = "REMARK",
              descriptionKey = "contacts.remark")
          String remark)
      throws InterruptedException {
    if (remark.codePointCount(0, remark.length()) > Chat.LONGEST_REMARK) {
      throw new FailedException(
          Exit.USAGE, hongyan.texts().get("contacts.remark-too-long", Chat.LONGEST_REMARK));
    }
    return wish((search, report) -> report.tell(person(search, who).remark(remark)));
  }

  @Command(name = "pin")
  int pin(@Parameters(index = "0", paramLabel = "WHO", descriptionKey = "contacts.who") String who)
      throws InterruptedException {
    return wish((search, report) -> report.tell(search.chat(who).pin()));
  }

  @Command(name = "unpin")
  int unpin(
      @Parameters(index = "0", paramLabel = "WHO", descriptionKey = "contacts.who") String who)
      throws InterruptedException {
    return wish((search, report) -> report.tell(search.chat(who).unpin()));
  }

  @Command(name = "add")
  int add(
      @Parameters(index = "0", paramLabel = "ID", descriptionKey = "contacts.id") String id,
      @Parameters(
              index = "1..*",
              arity = "0..*",
              paramLabel = "GREETING",
              descriptionKey = "contacts.greeting")
          List<String> greeting)
      throws InterruptedException {
    return wish((search, report) -> {
      List<Chat> found = search.wechat().search(id);
      if (found.size() != 1) {
        throw new FailedException(
            Exit.USAGE, hongyan.texts().get("contacts.not-found", id, found.size()));
      }
      return report.tell(found.getFirst().befriend(String.join(" ", greeting)));
    });
  }

  @Command(name = "accept")
  int accept(
      @Parameters(index = "0", paramLabel = "USER", descriptionKey = "contacts.asking")
          String userName,
      @Parameters(index = "1", paramLabel = "TICKET", descriptionKey = "contacts.ticket")
          String ticket)
      throws InterruptedException {
    FriendRequest request = FriendRequest.of(new UserName(userName), new Secret(ticket));
    return wish((search, report) -> report.tell(search.wechat().accept(request)));
  }

  private Chat person(NameSearch search, String name) throws InterruptedException {
    Chat chat = search.chat(name);
    if (chat.isRoom()) {
      throw new FailedException(Exit.USAGE, hongyan.texts().get("contacts.no-person", name));
    }
    return chat;
  }

  private int wish(LocalAccount.Wish wish) throws InterruptedException {
    return accounts.account(hongyan).wish(wish);
  }

  private Exit list(WeChat wechat) {
    if (hongyan.isJson()) {
      wechat
          .contacts()
          .forEach(contact ->
              hongyan.console().data(json(contact, wechat.identity(contact.userName()))));
      return Exit.DONE;
    }
    Texts texts = hongyan.texts();
    Table table =
        new Table(
            hongyan.console().paint(),
            texts.get("column.name"),
            texts.get("column.nick-name"),
            texts.get("column.kind"),
            texts.get("column.region"),
            texts.get("column.user-name"));
    for (Contact contact : wechat.contacts()) {
      table.row(
          PlainText.line(contact.shownName()),
          PlainText.line(contact.names().nickName()),
          texts.get("kind." + kind(contact)),
          PlainText.line(contact.traits().province() + " " + contact.traits().city()).strip(),
          contact.userName().value());
    }
    table.lines().forEach(hongyan.console()::data);
    hongyan.console().talk(texts.get("contacts.count", wechat.contacts().size()));
    return Exit.DONE;
  }

  private static String kind(Contact contact) {
    return switch (contact.kind(UserName.NONE)) {
      case OFFICIAL -> "official";
      case SPECIAL -> "service";
      case SELF, ROOM, FRIEND, STRANGER -> "person";
    };
  }

  private static String json(Contact contact, Optional<Identity> identity) {
    return JsonLine.of(json -> {
      json.writeStringProperty("userName", contact.userName().value());
      IdentityJson.write(json, identity);
      json.writeStringProperty("name", contact.shownName());
      json.writeStringProperty("nickName", contact.names().nickName());
      json.writeStringProperty("remark", contact.names().remarkName());
      json.writeStringProperty("alias", contact.traits().alias());
      json.writeStringProperty("kind", kind(contact));
      json.writeStringProperty("province", contact.traits().province());
      json.writeStringProperty("city", contact.traits().city());
      json.writeStringProperty("signature", contact.traits().signature());
    });
  }
}
