// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.command;

import dev.hongyan.cli.output.Console;
import dev.hongyan.client.Chat;
import dev.hongyan.client.message.Message;
import dev.hongyan.protocol.message.MessageKind;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints messages as they come, until Ctrl-C or the end of the session. */
@Command(name = "listen")
final class ListenCommand implements Callable<Integer> {

  private final Hongyan hongyan;

  @Mixin private AccountOptions accounts = new AccountOptions();

  ListenCommand(Hongyan hongyan) {
    this.hongyan = hongyan;
  }

  @Override
  public Integer call() throws InterruptedException {
    return new Listening(hongyan, accounts.account(hongyan))
        .run("listen.ready", this::print)
        .code();
  }

  private boolean print(Chat chat, Message message) {
    if (message.kind() instanceof MessageKind.Status) {
      return true; // the phone's own doings
    }
    Console console = hongyan.console();
    return console.data(
        hongyan.isJson()
            ? MessageLines.json(chat, message)
            : MessageLines.text(chat, message, console.paint(), hongyan.texts()));
  }
}
