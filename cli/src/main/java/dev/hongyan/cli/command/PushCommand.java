// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.command;

import dev.hongyan.client.Chat;
import dev.hongyan.client.WeChat;
import dev.hongyan.protocol.message.TextParts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Sends to one's own phone: a text, or what comes in on a pipe. */
@Command(name = "push")
final class PushCommand implements Callable<Integer> {

  private static final String STDIN = "-";

  private final Hongyan hongyan;

  @Mixin private AccountOptions accounts = new AccountOptions();

  @Parameters(arity = "1..*", paramLabel = "TEXT", descriptionKey = "push.text")
  private List<String> words = new ArrayList<>();

  PushCommand(Hongyan hongyan) {
    this.hongyan = hongyan;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    LocalAccount account = accounts.account(hongyan);
    var ignored = account.openSession(); // before a long wait for what may not be sent
    return (words.equals(List.of(STDIN)) ? pipe(account) : words(account)).code();
  }

  private Exit words(LocalAccount account) throws InterruptedException {
    String text = String.join(" ", words);
    if (text.isBlank()) {
      throw new FailedException(Exit.USAGE, hongyan.texts().get("send.empty"));
    }
    return send(account, text);
  }

  /** What came in is deleted once it has arrived, and not before. */
  private Exit pipe(LocalAccount account) throws IOException, InterruptedException {
    Spool spool =
        Spool.fill(
            account.folder(),
            hongyan.streams().in(),
            (lines, bytes) ->
                hongyan.console().progress(hongyan.texts().get("push.reading", lines, bytes)));
    boolean arrived = false;
    try {
      String text = spool.text();
      if (text.isBlank()) {
        hongyan.console().talk(hongyan.texts().get("push.nothing"));
        arrived = true;
        return Exit.DONE;
      }
      Exit exit = send(account, text);
      arrived = exit == Exit.DONE;
      return exit;
    } finally {
      if (arrived) {
        spool.delete();
      } else {
        hongyan.console().complain(hongyan.texts().get("push.kept", spool.file()));
      }
    }
  }

  private Exit send(LocalAccount account, String text) throws InterruptedException {
    try (StopSignal _ = StopSignal.interruptsMe(hongyan.time())) {
      return account.share(wechat -> send(wechat, TextParts.split(text)));
    }
  }

  /** One after the other: what follows a part that has not arrived would make no sense. */
  private Exit send(WeChat wechat, List<String> parts) throws InterruptedException {
    Chat phone = wechat.phone();
    SendReport report = new SendReport(hongyan, hongyan.texts().get("push.phone"));
    Exit exit = Exit.DONE;
    for (int i = 0; i < parts.size() && exit == Exit.DONE; i++) {
      if (parts.size() > 1) {
        hongyan.console().progress(hongyan.texts().get("push.part", i + 1, parts.size()));
      }
      exit = report.tell(phone.send(parts.get(i)));
    }
    return exit;
  }
}
