// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.command;

import dev.hongyan.cli.output.KindJson;
import dev.hongyan.client.Chat;
import dev.hongyan.client.message.Message;
import dev.hongyan.protocol.message.MessageKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints messages as they come, until Ctrl-C or the end of the session. */
@Command(name = "listen")
final class ListenCommand implements Callable<Integer> {

  private final Hongyan hongyan;

  @Mixin private AccountOptions accounts = new AccountOptions();

  @Option(names = "--save", paramLabel = "DIR", descriptionKey = "listen.save")
  private Optional<Path> folder = Optional.empty();

  @Option(names = "--secrets", descriptionKey = "listen.secrets")
  private boolean secrets;

  ListenCommand(Hongyan hongyan) {
    this.hongyan = hongyan;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    LocalAccount account = accounts.account(hongyan);
    if (folder.isEmpty()) {
      return listen(account, (_, _) -> new Kept.Nothing()).code();
    }
    var ignored = account.openSession(); // before a folder is made
    try (SavedMedia media = SavedMedia.in(folder.get())) {
      return listen(account, new Keeper(hongyan, media)::keep).code();
    }
  }

  /** What is done with the file of a message. */
  private interface Saving {
    Kept keep(Chat chat, Message message) throws IOException, InterruptedException;
  }

  private Exit listen(LocalAccount account, Saving saving) throws InterruptedException {
    MessageLines lines = new MessageLines(hongyan, new KindJson(secrets));
    return new Listening(hongyan, account)
        .run(
            "listen.ready",
            (chat, message) ->
                message.kind() instanceof MessageKind.Status // the phone's own doings
                    || lines.print(chat, message, saving.keep(chat, message)));
  }
}
