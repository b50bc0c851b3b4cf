// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.command;

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

  private static final String LOG = "messages.log";
  private static final int COLUMN_OF_ID = 1;

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
    if (account.saved().isEmpty()) {
      throw account.as(WebApp.FILE_HELPER).noSession();
    }
    if (account.openSession().app() != WebApp.FILE_HELPER) {
      throw new FailedException(Exit.USAGE, hongyan.texts().get("pull.profile", account.name()));
    }
    Path here = folder.toAbsolutePath().normalize();
    try (LineLog log = LineLog.open(here, LOG, COLUMN_OF_ID);
        SavedMedia media = SavedMedia.in(here)) {
      Keeper keeper = new Keeper(hongyan, media);
      return new Listening(hongyan, account)
          .run("pull.ready", (chat, message) -> save(chat, message, log, keeper))
          .code();
    }
  }

  /** A message that comes again after a crash may have been saved by then. */
  private boolean save(Chat chat, Message message, LineLog log, Keeper keeper)
      throws IOException, InterruptedException {
    String id = message.id().toString();
    if (message.kind() instanceof MessageKind.Status || log.has(id)) {
      return true;
    }
    Kept kept = keeper.keep(chat, message);
    log.add(
        message.time().toString(),
        id,
        KindJson.type(message.kind()),
        KindJson.text(message.kind()),
        kept instanceof Kept.Saved(Path file) ? file.getFileName().toString() : "");
    var ignored = new MessageLines(hongyan, new KindJson(false)).print(chat, message, kept);
    return true; // it is saved, whoever reads stdout
  }
}
