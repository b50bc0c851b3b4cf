// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.command;

import dev.hongyan.cli.output.Console;
import dev.hongyan.cli.output.JsonLine;
import dev.hongyan.client.WeChat;
import dev.hongyan.client.event.LoginEvent;
import dev.hongyan.client.event.LoginOutcome;
import java.util.Locale;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/** A login for a program: an event a line. */
record JsonLoginScreen(Console console) implements LoginScreen {

  @Override
  public void accept(LoginEvent event) {
    switch (event) {
      case LoginEvent.CodeIssued(var uuid, String text) ->
          say(
              "qr",
              json -> {
                json.writeStringProperty("uuid", uuid.value());
                json.writeStringProperty("text", text);
              });
      case LoginEvent.PhoneAsked(var uuid) ->
          say("phone", json -> json.writeStringProperty("uuid", uuid.value()));
      case LoginEvent.CodeScanned(var avatar) ->
          say("scanned", json -> json.writeBooleanProperty("avatar", avatar.isPresent()));
      case LoginEvent.LoginConfirmed _ -> say("confirmed", _ -> {});
      case LoginEvent.WayClosed(var way) ->
          say("closed", json -> json.writeStringProperty("way", word(way)));
      case LoginEvent.LoginDelayed(int failures) ->
          say("delayed", json -> json.writeNumberProperty("failures", failures));
    }
  }

  @Override
  public void ended(LoginOutcome outcome, WeChat wechat) {
    switch (outcome) {
      case LoginOutcome.LoggedIn(var self, var way) ->
          say(
              "ready",
              json -> {
                json.writeStringProperty("userName", self.userName().value());
                json.writeStringProperty("nickName", self.names().nickName());
                json.writeStringProperty("way", word(way));
                json.writeNumberProperty("contacts", wechat.contacts().size());
                json.writeNumberProperty("rooms", wechat.rooms().size());
              });
      case LoginOutcome.Cancelled _ -> say("cancelled", _ -> {});
      case LoginOutcome.Expired _ -> say("expired", _ -> {});
      case LoginOutcome.OtherAccount _ -> say("other-account", _ -> {});
      case LoginOutcome.Refused(var retcode, String text) ->
          say(
              "refused",
              json -> {
                json.writeNumberProperty("ret", retcode.code());
                json.writeStringProperty("text", text);
              });
      case LoginOutcome.NoSession _ -> say("no-session", _ -> {});
    }
  }

  private static String word(LoginOutcome.Way way) {
    return way.name().toLowerCase(Locale.ROOT);
  }

  private void say(String event, Consumer<JsonGenerator> rest) {
    console.data(
        JsonLine.of(json -> {
          json.writeStringProperty("event", event);
          rest.accept(json);
        }));
  }
}
