// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.command;

import dev.hongyan.cli.output.JsonLine;
import dev.hongyan.client.message.SendOutcome;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/**
 * Tells what became of a message that was sent.
 *
 * @param name to whom, fit for a terminal
 * @param parcel what, if it is a file
 */
record SendReport(Hongyan hongyan, String name, Optional<Parcel> parcel) {

  /** About a text. */
  static SendReport ofText(Hongyan hongyan, String name) {
    return new SendReport(hongyan, name, Optional.empty());
  }

  /** About a file. */
  static SendReport of(Hongyan hongyan, String name, Parcel parcel) {
    return new SendReport(hongyan, name, Optional.of(parcel));
  }

  /** Tells it, and whether it means success. */
  Exit tell(SendOutcome outcome) {
    return switch (outcome) {
      case SendOutcome.Sent(var id) -> {
        if (hongyan.isJson()) {
          say("sent", json -> json.writeStringProperty("id", id.toString()));
        } else {
          hongyan.console().talk(words("send.sent", name));
        }
        yield Exit.DONE;
      }
      case SendOutcome.Refused(var retcode, String words) -> {
        say(
            "refused",
            json -> {
              json.writeNumberProperty("ret", retcode.code());
              json.writeStringProperty("text", words);
            });
        String why = RefusalText.of(retcode, words, hongyan.texts());
        complain("send.refused", retcode.code(), why);
        yield Exit.REFUSED;
      }
      case SendOutcome.NotSent(var reason) -> {
        String word = reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
        say("not-sent", json -> json.writeStringProperty("reason", word));
        complain("send.not-sent", hongyan.texts().get("send.not-sent." + word));
        yield reason == SendOutcome.NotSent.Reason.NOT_UPLOADED ? Exit.NETWORK : Exit.USAGE;
      }
      case SendOutcome.Unknown _ -> {
        say("unknown", _ -> {});
        complain("send.unknown");
        yield Exit.NETWORK;
      }
    };
  }

  private void complain(String key, Object... more) {
    Object[] values = new Object[more.length + 1];
    values[0] = name;
    System.arraycopy(more, 0, values, 1, more.length);
    hongyan.console().complain(words(key, values));
  }

  /** Behind the name of the file, if there is one: several may be on their way. */
  private String words(String key, Object... values) {
    String words = hongyan.texts().get(key, values).strip();
    return parcel.map(file -> file.name() + ": " + words).orElse(words);
  }

  private void say(String outcome, Consumer<JsonGenerator> rest) {
    if (hongyan.isJson()) {
      hongyan
          .console()
          .data(
              JsonLine.of(json -> {
                json.writeStringProperty("outcome", outcome);
                rest.accept(json);
                parcel.ifPresent(file -> {
                  json.writeStringProperty("file", file.file().toString());
                  json.writeStringProperty("type", file.type());
                });
              }));
    }
  }
}
