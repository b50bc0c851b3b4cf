// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.command;

import dev.hongyan.cli.output.Console;
import dev.hongyan.client.WeChat;
import dev.hongyan.client.event.LoginOutcome;
import dev.hongyan.client.event.Subscription;
import dev.hongyan.protocol.WebApp;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Logs in and keeps the session for the other commands. */
@Command(name = "login")
final class LoginCommand implements Callable<Integer> {

  private final Hongyan hongyan;

  @Mixin private AccountOptions accounts = new AccountOptions();

  @Option(names = "--new")
  private boolean isNew;

  @Option(names = "--profile", paramLabel = "PROFILE")
  private Optional<String> profile = Optional.empty();

  @Option(names = "--choice", paramLabel = "CHOICE")
  private List<String> choices = new ArrayList<>();

  LoginCommand(Hongyan hongyan) {
    this.hongyan = hongyan;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    LocalAccount any = accounts.account(hongyan);
    LocalAccount account = profile.map(this::kind).map(any::as).orElse(any);
    if (!account.isPossible()) {
      throw new FailedException(
          Exit.USAGE, hongyan.texts().get("login.profile-hosts", account.place()));
    }
    if (!choices.isEmpty()) {
      account.choices().replace(hongyan, choices);
    }
    Console console = hongyan.console();
    LoginScreen screen =
        hongyan.isJson()
            ? new JsonLoginScreen(console)
            : new TextLoginScreen(console, hongyan.texts(), account);
    try (StopSignal _ = StopSignal.interruptsMe(hongyan.time());
        WeChat wechat = account.wechat()) {
      LoginOutcome outcome = logIn(account, wechat, screen);
      screen.ended(outcome, wechat);
      return exit(outcome).code();
    }
  }

  private WebApp kind(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "web" -> WebApp.WEB;
      case "filehelper" -> WebApp.FILE_HELPER;
      default ->
          throw new FailedException(Exit.USAGE, hongyan.texts().get("login.profile-form", word));
    };
  }

  private LoginOutcome logIn(LocalAccount account, WeChat wechat, LoginScreen screen)
      throws InterruptedException {
    try (Subscription _ = account.showProgress(wechat)) {
      return isNew ? wechat.loginByCode(screen) : wechat.login(screen);
    }
  }

  static Exit exit(LoginOutcome outcome) {
    return switch (outcome) {
      case LoginOutcome.LoggedIn _ -> Exit.DONE;
      case LoginOutcome.Cancelled _,
          LoginOutcome.Expired _,
          LoginOutcome.Refused _,
          LoginOutcome.OtherAccount _ ->
          Exit.REFUSED;
      case LoginOutcome.NoSession _ -> Exit.NO_SESSION;
    };
  }
}
