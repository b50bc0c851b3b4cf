// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.command;

import dev.hongyan.cli.output.Console;
import dev.hongyan.cli.output.KindJson;
import dev.hongyan.client.Chat;
import dev.hongyan.client.message.Message;
import dev.hongyan.protocol.WebApp;
import dev.hongyan.protocol.message.MessageKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Saves what one's own phone sends, until Ctrl-C or the end of the session. */
@Command(name = "pull")
final class PullCommand implements Callable<Integer> {

  private final Hongyan hongyan;

  @Mixin private AccountOptions accounts = new AccountOptions();

  @Parameters(paramLabel = "DIR", descriptionKey = "pull.folder")
  private Path folder = Path.of("");

  PullCommand(Hongyan hongyan) {
    this.hongyan = hongyan;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    LocalAccount account = accounts.account(hongyan);
    if (account.openSession().app() != WebApp.FILE_HELPER) {
      throw new FailedException(Exit.USAGE, hongyan.texts().get("pull.profile", account.name()));
    }
    try (NoteLog log = NoteLog.in(folder.toAbsolutePath().normalize())) {
      return new Listening(hongyan, account)
          .run("pull.ready", (chat, message) -> save(chat, message, log))
          .code();
    }
  }

  /** A message that comes again after a crash may have been saved by then. */
  private boolean save(Chat chat, Message message, NoteLog log) throws IOException {
    if (message.kind() instanceof MessageKind.Status || log.has(message.id().toString())) {
      return true;
    }
    log.add(
        message.time().toString(),
        message.id().toString(),
        KindJson.type(message.kind()),
        KindJson.text(message.kind()));
    Console console = hongyan.console();
    console.data(
        hongyan.isJson()
            ? MessageLines.json(chat, message)
            : MessageLines.text(chat, message, console.paint(), hongyan.texts()));
    return true; // it is saved, whoever reads stdout
  }
}
