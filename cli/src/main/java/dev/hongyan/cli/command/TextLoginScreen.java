// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.command;

import dev.hongyan.cli.output.Console;
import dev.hongyan.cli.output.PlainText;
import dev.hongyan.cli.output.Texts;
import dev.hongyan.client.WeChat;
import dev.hongyan.client.event.LoginEvent;
import dev.hongyan.client.event.LoginOutcome;
import dev.hongyan.protocol.contact.Self;
import java.util.Locale;

/** A login for a person: the code, and what to do. */
final class TextLoginScreen implements LoginScreen {

  private final Console console;
  private final Texts texts;
  private final String server;
  private final String options;
  private int codes;

  /**
   * A screen.
   *
   * @param account who logs in, to say where, and what to do next
   */
  TextLoginScreen(Console console, Texts texts, LocalAccount account) {
    this.console = console;
    this.texts = texts;
    this.server = account.place();
    this.options = account.options();
  }

  @Override
  public void accept(LoginEvent event) {
    switch (event) {
      case LoginEvent.CodeIssued code -> show(code);
      case LoginEvent.PhoneAsked _ -> console.talk(texts.get("login.phone", options));
      case LoginEvent.CodeScanned _ -> console.talk(texts.get("login.scanned"));
      case LoginEvent.LoginConfirmed _ -> console.talk(texts.get("login.confirmed"));
      case LoginEvent.WayClosed(var way) ->
          console.talk(texts.get("login.closed." + way.name().toLowerCase(Locale.ROOT)));
      case LoginEvent.LoginDelayed(int failures) -> tellDelay(failures);
    }
  }

  /** Once where nobody would see the line change. */
  private void tellDelay(int failures) {
    String line = texts.get("login.delayed", server, failures);
    if (failures == 1) {
      console.talk(line);
    } else {
      console.progress(line);
    }
  }

  private void show(LoginEvent.CodeIssued code) {
    codes++;
    console.talk(texts.get(codes == 1 ? "login.scan" : "login.scan-again", server));
    if (console.isTerminal()) {
      console.data(code.qr().terminal().stripTrailing());
    }
    console.data(code.text());
    console.progress(texts.get("login.waiting"));
  }

  @Override
  public void ended(LoginOutcome outcome, WeChat wechat) {
    switch (outcome) {
      case LoginOutcome.LoggedIn(Self self, LoginOutcome.Way way) -> welcome(self, way, wechat);
      case LoginOutcome.Cancelled _ -> console.complain(texts.get("login.cancelled"));
      case LoginOutcome.Expired _ -> console.complain(texts.get("login.expired", options));
      case LoginOutcome.OtherAccount _ -> console.complain(texts.get("login.other-account"));
      case LoginOutcome.Refused(var retcode, String text) ->
          console.complain(
              texts.get("login.refused", retcode.code(), PlainText.lines(text)).stripTrailing());
      case LoginOutcome.NoSession _ -> console.complain(texts.get("session-ended", options));
    }
  }

  private void welcome(Self self, LoginOutcome.Way way, WeChat wechat) {
    if (wechat.profile().talksToOwner()) {
      console.talk(
          texts.get(
              "login.ready-phone",
              console.talkPaint().bold(PlainText.line(self.names().shown())),
              options));
      return;
    }
    String key = way == LoginOutcome.Way.RESTORED ? "login.ready-restored" : "login.ready";
    console.talk(
        texts.get(
            key,
            console.talkPaint().bold(PlainText.line(self.names().shown())),
            wechat.contacts().size(),
            wechat.rooms().size(),
            options));
  }
}
