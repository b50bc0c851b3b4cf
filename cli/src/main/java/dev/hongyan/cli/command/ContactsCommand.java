// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.command;

import dev.hongyan.cli.output.JsonLine;
import dev.hongyan.cli.output.PlainText;
import dev.hongyan.cli.output.Table;
import dev.hongyan.cli.output.Texts;
import dev.hongyan.client.WeChat;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.contact.Contact;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists who is in the address book. */
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

  private Exit list(WeChat wechat) {
    if (hongyan.isJson()) {
      wechat.contacts().forEach(contact -> hongyan.console().data(json(contact)));
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

  private static String json(Contact contact) {
    return JsonLine.of(json -> {
      json.writeStringProperty("userName", contact.userName().value());
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
