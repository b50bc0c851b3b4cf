// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.command;

import dev.hongyan.cli.output.JsonLine;
import dev.hongyan.cli.output.PlainText;
import dev.hongyan.client.message.RecallOutcome;
import dev.hongyan.client.people.ContactOutcome;
import dev.hongyan.client.people.Entrant;
import dev.hongyan.client.people.RoomOutcome;
import dev.hongyan.protocol.Retcode;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/** Tells what became of a wish about a person, a room or a message, and whether it was granted. */
record WishReport(Hongyan hongyan) {

  Exit tell(ContactOutcome outcome) {
    return switch (outcome) {
      case ContactOutcome.Done _ -> done("done", _ -> {});
      case ContactOutcome.Refused(var retcode, String words) -> refused(retcode, words, _ -> {});
      case ContactOutcome.Unknown _ -> unknown();
    };
  }

  Exit tell(RecallOutcome outcome) {
    return switch (outcome) {
      case RecallOutcome.Recalled _ -> done("recalled", _ -> {});
      case RecallOutcome.Refused(var retcode, String words) -> refused(retcode, words, _ -> {});
      case RecallOutcome.Unknown _ -> unknown();
    };
  }

  Exit tell(RoomOutcome outcome) {
    return switch (outcome) {
      case RoomOutcome.Done(var room, var people) -> {
        people.forEach(this::talk);
        yield done(
            "done",
            json -> {
              json.writeStringProperty("room", room.value());
              write(json, people);
            });
      }
      case RoomOutcome.Refused(var retcode, String words, var people) -> {
        people.forEach(this::talk);
        yield refused(retcode, words, json -> write(json, people));
      }
      case RoomOutcome.Unknown _ -> unknown();
    };
  }

  private void talk(Entrant one) {
    String name = PlainText.line(one.name().isEmpty() ? one.userName().value() : one.name());
    hongyan.console().talk(hongyan.texts().get("wish.standing." + word(one), name));
  }

  private static String word(Entrant one) {
    return one.standing().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static void write(JsonGenerator json, List<Entrant> people) {
    json.writeArrayPropertyStart("people");
    for (Entrant one : people) {
      json.writeStartObject();
      json.writeStringProperty("userName", one.userName().value());
      json.writeStringProperty("name", one.name());
      json.writeStringProperty("standing", word(one));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private Exit done(String outcome, Consumer<JsonGenerator> rest) {
    say(outcome, rest);
    hongyan.console().talk(hongyan.texts().get("wish." + outcome));
    return Exit.DONE;
  }

  private Exit refused(Retcode retcode, String words, Consumer<JsonGenerator> rest) {
    say(
        "refused",
        json -> {
          json.writeNumberProperty("ret", retcode.code());
          json.writeStringProperty("text", words);
          rest.accept(json);
        });
    String why = RefusalText.of(retcode, words, hongyan.texts());
    hongyan.console().complain(hongyan.texts().get("wish.refused", retcode.code(), why).strip());
    return Exit.REFUSED;
  }

  private Exit unknown() {
    say("unknown", _ -> {});
    hongyan.console().complain(hongyan.texts().get("wish.unknown"));
    return Exit.NETWORK;
  }

  private void say(String outcome, Consumer<JsonGenerator> rest) {
    if (hongyan.isJson()) {
      hongyan
          .console()
          .data(
              JsonLine.of(json -> {
                json.writeStringProperty("outcome", outcome);
                rest.accept(json);
              }));
    }
  }
}
