// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.command;

import dev.hongyan.cli.output.PlainText;
import dev.hongyan.client.Chat;
import dev.hongyan.client.MessageHandler;
import dev.hongyan.client.WeChat;
import dev.hongyan.client.event.Event;
import dev.hongyan.client.event.LoginOutcome;
import dev.hongyan.client.event.Overflow;
import dev.hongyan.client.event.SessionEnd;
import dev.hongyan.client.event.Subscription;
import dev.hongyan.client.message.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Receives the messages of an account until Ctrl-C or the end of its session. */
record Listening(Hongyan hongyan, LocalAccount account) {

  private static final Duration FOR_EVER = Duration.ofDays(36_500);

  /** As many events as one answer brings, about; where stdout is that slow, older ones give way. */
  private static final int EVENTS = 256;

  /** What is done with each message. */
  interface Reader {
    /**
     * Takes a message.
     *
     * @return false if nobody is there any more to take it
     */
    boolean take(Chat chat, Message message) throws IOException, InterruptedException;
  }

  /**
   * Hands on messages as they come. One that nobody takes is not handled: it comes again to the
   * next one who listens.
   *
   * @param ready text that says that it has begun, with a gap for the account's name
   * @throws UncheckedIOException if a message could not be taken; it comes again as well
   */
  Exit run(String ready, Reader reader) throws InterruptedException {
    var ignored = account.openSession();
    AtomicReference<Optional<IOException>> failure = new AtomicReference<>(Optional.empty());
    try (StopSignal stop = StopSignal.interruptsMe(hongyan.time())) {
      return receive(ready, (chat, message) -> take(reader, chat, message, stop, failure));
    } catch (InterruptedException e) {
      if (failure.get().isPresent()) {
        throw new UncheckedIOException(failure.get().get());
      }
      throw e;
    }
  }

  private void take(
      Reader reader,
      Chat chat,
      Message message,
      StopSignal stop,
      AtomicReference<Optional<IOException>> failure)
      throws InterruptedException {
    try {
      if (reader.take(chat, message)) {
        return;
      }
    } catch (IOException e) {
      failure.set(Optional.of(e));
    }
    stop.raise();
    var never = hongyan.time().signal().await(FOR_EVER);
    assert !never;
  }

  private Exit receive(String ready, MessageHandler handler) throws InterruptedException {
    try (WeChat wechat = account.wechat()) {
      wechat.onMessage(handler);
      LoginOutcome outcome = restore(account, wechat);
      if (outcome instanceof LoginOutcome.LoggedIn(var self, _)) {
        hongyan.console().talk(hongyan.texts().get(ready, PlainText.line(self.names().shown())));
        return listen(wechat);
      }
      return ended(outcome);
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
      hongyan.console().complain(account.sessionOver());
    }
    return LoginCommand.exit(outcome);
  }

  private Exit listen(WeChat wechat) throws InterruptedException {
    RoomLines rooms = new RoomLines(hongyan, wechat);
    try (Subscription _ =
        wechat.subscribe(EVENTS, Overflow.DROP_OLDEST, event -> tell(event, rooms))) {
      return switch (wechat.listen()) {
        case SessionEnd.LoggedOut _, SessionEnd.ByServer _ -> {
          hongyan.console().complain(account.sessionOver());
          yield Exit.NO_SESSION;
        }
        case SessionEnd.Failed(String problem) -> {
          hongyan
              .console()
              .complain(hongyan.texts().get("listen.failed", problem, account.options()));
          yield Exit.UNEXPECTED;
        }
      };
    }
  }

  private void tell(Event event, RoomLines rooms) {
    switch (event) {
      case Event.SyncDelayed(int failures, Duration delay) ->
          hongyan
              .console()
              .progress(hongyan.texts().get("listen.delayed", failures, delay.toSeconds()));
      case Event.RoomPassedOn news -> rooms.print(news);
      default -> {}
    }
  }
}
