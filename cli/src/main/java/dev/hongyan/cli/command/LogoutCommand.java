// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.command;

import dev.hongyan.cli.output.JsonLine;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Ends the session, for a command that listens as well. */
@Command(name = "logout")
final class LogoutCommand implements Callable<Integer> {

  private final Hongyan hongyan;

  @Mixin private AccountOptions accounts = new AccountOptions();

  LogoutCommand(Hongyan hongyan) {
    this.hongyan = hongyan;
  }

  @Override
  public Integer call() throws InterruptedException {
    LocalAccount account = accounts.account(hongyan);
    Exit exit =
        account.share(wechat -> {
          wechat.logout();
          return Exit.DONE;
        });
    if (hongyan.isJson()) {
      hongyan.console().data(JsonLine.of(json -> json.writeStringProperty("event", "logged-out")));
    } else {
      hongyan.console().talk(hongyan.texts().get("logout.done", account.name()));
    }
    return exit.code();
  }
}
