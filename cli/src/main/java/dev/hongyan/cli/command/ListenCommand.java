// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.command;

import dev.hongyan.cli.output.Console;
import dev.hongyan.cli.output.PlainText;
import dev.hongyan.client.Chat;
import dev.hongyan.client.WeChat;
import dev.hongyan.client.event.Event;
import dev.hongyan.client.event.LoginOutcome;
import dev.hongyan.client.event.Overflow;
import dev.hongyan.client.event.SessionEnd;
import dev.hongyan.client.event.Subscription;
import dev.hongyan.client.message.Message;
import dev.hongyan.protocol.message.MessageKind;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints messages as they come, until Ctrl-C or the end of the session. */
@Command(name = "listen")
final class ListenCommand implements Callable<Integer> {

  private static final Duration FOR_EVER = Duration.ofDays(36_500);

  private static final int DELAYS_QUEUE = 4;

  private final Hongyan hongyan;

  @Mixin private AccountOptions accounts = new AccountOptions();

  ListenCommand(Hongyan hongyan) {
    this.hongyan = hongyan;
  }

  @Override
  public Integer call() throws InterruptedException {
    LocalAccount account = accounts.account(hongyan);
    var ignored = account.openSession();
    try (StopSignal stop = StopSignal.interruptsMe(hongyan.time());
        WeChat wechat = account.wechat()) {
      wechat.onMessage((chat, message) -> print(chat, message, stop));
      LoginOutcome outcome = restore(account, wechat);
      if (outcome instanceof LoginOutcome.LoggedIn(var self, _)) {
        hongyan
            .console()
            .talk(hongyan.texts().get("listen.ready", PlainText.line(self.names().shown())));
        return listen(wechat).code();
      }
      return ended(outcome).code();
    }
  }

  private static LoginOutcome restore(LocalAccount account, WeChat wechat)
      throws InterruptedException {
    try (Subscription _ = account.showProgress(wechat)) {
      return wechat.restore();
    }
  }

  private Exit ended(LoginOutcome outcome) {
    if (outcome instanceof LoginOutcome.Refused(var retcode, String text)) {
      hongyan
          .console()
          .complain(hongyan.texts().get("login.refused", retcode.code(), PlainText.lines(text)));
    } else {
      hongyan.console().complain(hongyan.texts().get("session-ended"));
    }
    return LoginCommand.exit(outcome);
  }

  private Exit listen(WeChat wechat) throws InterruptedException {
    try (Subscription _ = wechat.subscribe(DELAYS_QUEUE, Overflow.DROP_OLDEST, this::tellDelay)) {
      return switch (wechat.listen()) {
        case SessionEnd.LoggedOut _, SessionEnd.ByServer _ -> {
          hongyan.console().complain(hongyan.texts().get("session-ended"));
          yield Exit.NO_SESSION;
        }
        case SessionEnd.Failed(String problem) -> {
          hongyan.console().complain(hongyan.texts().get("listen.failed", problem));
          yield Exit.UNEXPECTED;
        }
      };
    }
  }

  private void tellDelay(Event event) {
    if (event instanceof Event.SyncDelayed(int failures, Duration delay)) {
      hongyan
          .console()
          .progress(hongyan.texts().get("listen.delayed", failures, delay.toSeconds()));
    }
  }

  /** A message that nobody reads is not handled: it comes again to the next one who listens. */
  private void print(Chat chat, Message message, StopSignal stop) throws InterruptedException {
    if (message.kind() instanceof MessageKind.Status) {
      return; // the phone's own doings
    }
    Console console = hongyan.console();
    String line =
        hongyan.isJson()
            ? MessageLines.json(chat, message)
            : MessageLines.text(chat, message, console.paint(), hongyan.texts());
    if (!console.data(line)) {
      stop.raise();
      var ignored = hongyan.time().signal().await(FOR_EVER);
    }
  }
}
