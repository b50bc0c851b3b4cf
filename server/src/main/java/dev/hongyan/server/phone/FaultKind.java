// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.phone;

import dev.hongyan.server.fault.Delivery;
import dev.hongyan.server.fault.Denial;
import dev.hongyan.server.fault.Distortion;
import dev.hongyan.server.fault.Fault;
import dev.hongyan.server.fault.Mishap;
import dev.hongyan.server.fault.Retelling;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;

/** The words for faults, and what each is told beside its word. */
enum FaultKind {
  DELAY,
  DROP,
  LOST,
  RESET,
  DRIP,
  STATUS,
  RET,
  EMPTY,
  TRUNCATED,
  GARBAGE,
  CHARSET,
  SELECTOR,
  CONTINUE,
  DUPLICATE,
  CLOCK,
  HOST,
  HALF_CONTACTS;

  /** The word on the wire. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static FaultKind named(String word) {
    return Arrays.stream(values())
        .filter(kind -> kind.word().equals(word))
        .findFirst()
        .orElseThrow(() ->
            Problem.field(
                "kind",
                "must be one of "
                    + Arrays.stream(values())
                        .map(FaultKind::word)
                        .collect(Collectors.joining(", "))));
  }

  /** The fault with what it is told; what is wrong with that is a WrongTermException. */
  Fault read(Fields fields) {
    return switch (this) {
      case DELAY -> new Mishap.Delay(duration(fields, "for"));
      case DROP -> new Denial.Drop(fields.maybeDuration("for").orElse(Denial.Drop.PATIENCE));
      case LOST -> new Mishap.Lost();
      case RESET -> reset(fields);
      case DRIP -> new Mishap.Drip(number(fields, "bytes"), duration(fields, "pause"));
      case STATUS -> new Denial.ErrorPage(number(fields, "status"));
      case RET -> new Denial.Refusal(number(fields, "ret"));
      case EMPTY -> new Distortion.EmptyBody();
      case TRUNCATED -> new Distortion.Truncated(fields.maybeNumber("percent").orElse(50));
      case GARBAGE -> new Distortion.Garbage();
      case CHARSET -> new Distortion.WrongCharset(fields.text("charset"));
      case SELECTOR -> new Denial.StuckSelector(fields.maybeNumber("selector").orElse(2));
      case CONTINUE -> new Retelling.EndlessContinue();
      case DUPLICATE -> new Retelling.RepeatedPage();
      case CLOCK -> new Distortion.ClockJump(duration(fields, "by"));
      case HOST -> new Retelling.HostSwitch(fields.text("host"));
      case HALF_CONTACTS -> new Retelling.HalfContacts();
    };
  }

  private static Fault reset(Fields fields) {
    return switch (fields.maybeText("moment").orElse("before")) {
      case "before" -> new Denial.Reset();
      case "inside" -> new Mishap.Reset(Delivery.Reset.Moment.INSIDE);
      case "after" -> new Mishap.Reset(Delivery.Reset.Moment.AFTER);
      default -> throw Problem.field("moment", "must be before, inside or after");
    };
  }

  private static Duration duration(Fields fields, String name) {
    return fields.maybeDuration(name).orElseThrow(() -> Problem.field(name, "is missing"));
  }

  private static int number(Fields fields, String name) {
    Optional<Integer> number = fields.maybeNumber(name);
    return number.orElseThrow(() -> Problem.field(name, "is missing"));
  }

  /** What the fault was told, as it could be ordered again. */
  static void write(JsonGenerator json, Fault fault) {
    json.writeStringProperty("kind", fault.kind());
    switch (fault) {
      case Mishap.Delay(Duration time) -> json.writeStringProperty("for", time.toString());
      case Denial.Drop(Duration patience) -> json.writeStringProperty("for", patience.toString());
      case Denial.Reset _ -> json.writeStringProperty("moment", "before");
      case Mishap.Reset(Delivery.Reset.Moment moment) ->
          json.writeStringProperty("moment", moment.name().toLowerCase(Locale.ROOT));
      case Mishap.Drip(int bytes, Duration pause) -> {
        json.writeNumberProperty("bytes", bytes);
        json.writeStringProperty("pause", pause.toString());
      }
      case Denial.ErrorPage(int status) -> json.writeNumberProperty("status", status);
      case Denial.Refusal(int ret) -> json.writeNumberProperty("ret", ret);
      case Denial.StuckSelector(int selector) -> json.writeNumberProperty("selector", selector);
      case Distortion.Truncated(int percent) -> json.writeNumberProperty("percent", percent);
      case Distortion.WrongCharset(String name) -> json.writeStringProperty("charset", name);
      case Distortion.ClockJump(Duration by) -> json.writeStringProperty("by", by.toString());
      case Retelling.HostSwitch(String host) -> json.writeStringProperty("host", host);
      case Mishap.Lost _,
          Distortion.EmptyBody _,
          Distortion.Garbage _,
          Retelling.EndlessContinue _,
          Retelling.RepeatedPage _,
          Retelling.HalfContacts _ -> {}
    }
  }
}
