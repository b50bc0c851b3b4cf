// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.command;

import dev.hongyan.cli.output.JsonLine;
import dev.hongyan.cli.output.PlainText;
import dev.hongyan.cli.output.Texts;
import dev.hongyan.client.WeChat;
import dev.hongyan.client.store.SavedSession;
import dev.hongyan.protocol.SessionEndedException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tells who is logged in, having asked the server. */
@Command(name = "status")
final class StatusCommand implements Callable<Integer> {

  private final Hongyan hongyan;

  @Mixin private AccountOptions accounts = new AccountOptions();

  StatusCommand(Hongyan hongyan) {
    this.hongyan = hongyan;
  }

  @Override
  public Integer call() throws InterruptedException {
    LocalAccount account = accounts.account(hongyan);
    Optional<SavedSession> saved = account.saved();
    if (saved.isEmpty()) {
      return offline(account, "none").code();
    }
    if (saved.get().state() == SavedSession.State.ENDED) {
      return offline(account, "ended").code();
    }
    return account.share(wechat -> ask(account, wechat, saved.get())).code();
  }

  private Exit ask(LocalAccount account, WeChat wechat, SavedSession session)
      throws InterruptedException {
    try {
      account.loadContacts(wechat);
    } catch (SessionEndedException _) {
      return offline(account, "ended");
    }
    return online(account, wechat, session);
  }

  private Exit online(LocalAccount account, WeChat wechat, SavedSession session) {
    int contacts = wechat.contacts().size();
    int rooms = wechat.rooms().size();
    Texts texts = hongyan.texts();
    hongyan
        .console()
        .data(
            hongyan.isJson()
                ? JsonLine.of(json -> {
                  json.writeStringProperty("account", account.name());
                  json.writeStringProperty("state", "online");
                  json.writeStringProperty("server", session.main().toString());
                  json.writeStringProperty("userName", session.self().value());
                  json.writeStringProperty("nickName", session.nickName());
                  json.writeNumberProperty("contacts", contacts);
                  json.writeNumberProperty("rooms", rooms);
                })
                : texts.get(
                    "status.online",
                    account.name(),
                    PlainText.line(session.nickName()),
                    session.main(),
                    contacts,
                    rooms));
    return Exit.DONE;
  }

  private Exit offline(LocalAccount account, String state) {
    hongyan
        .console()
        .data(
            hongyan.isJson()
                ? JsonLine.of(json -> {
                  json.writeStringProperty("account", account.name());
                  json.writeStringProperty("state", state);
                  json.writeStringProperty("server", account.place());
                })
                : hongyan
                    .texts()
                    .get("status." + state, account.name(), account.place(), account.options()));
    return Exit.NO_SESSION;
  }
}
