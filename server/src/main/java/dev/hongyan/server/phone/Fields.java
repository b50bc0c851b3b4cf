// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.phone;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an object that somebody sent, taken one by one. What is missing, of another type or
 * too long is a {@link Problem} that names it; {@link #done} refuses what nobody asked for, so that
 * a misspelt name does not pass for an absent one.
 */
final class Fields {

  /** Names, remarks, uuids: whatever is not somebody's words. */
  static final int SHORT = 1024;

  private final String path;
  private final Map<String, Json> byName;
  private final Set<String> taken = new HashSet<>();

  private Fields(String path, Map<String, Json> byName) {
    this.path = path;
    this.byName = byName;
  }

  /** The fields of the body itself. */
  static Fields of(Json body) {
    return of("", body);
  }

  private static Fields of(String path, Json json) {
    if (json instanceof Json.Members members) {
      return new Fields(path.isEmpty() ? "" : path + ".", members.byName());
    }
    throw path.isEmpty()
        ? Problem.shape("the body must be an object, not " + json.kind())
        : Problem.field(path, "must be an object, not " + json.kind());
  }

  /** A text that must be there and say something. */
  String text(String name) {
    return text(name, SHORT);
  }

  /** The same, of any length up to this one. */
  String text(String name, int most) {
    String text = maybeText(name, most).orElseThrow(() -> missing(name));
    if (text.isEmpty()) {
      throw Problem.field(path + name, "is empty");
    }
    return text;
  }

  /** A text that may be missing or null. */
  Optional<String> maybeText(String name) {
    return maybeText(name, SHORT);
  }

  /** The same, of any length up to this one. */
  Optional<String> maybeText(String name, int most) {
    return take(name)
        .map(json -> {
          if (!(json instanceof Json.Text(String value))) {
            throw wrong(name, "a string", json);
          }
          if (value.length() > most) {
            throw Problem.field(path + name, "has more than " + most + " characters");
          }
          return value;
        });
  }

  /** A text or an object, as somebody said it. */
  sealed interface Said {

    /** A text. */
    record Words(String text) implements Said {}

    /** An object. */
    record Members(Fields fields) implements Said {}
  }

  /** A text of any length up to this one, or an object; it may be missing or null. */
  Optional<Said> maybeTextOrObject(String name, int most) {
    return byName.get(name) instanceof Json.Members
        ? maybeObject(name).map(Said.Members::new)
        : maybeText(name, most).map(Said.Words::new);
  }

  /** A whole number that may be missing or null. */
  Optional<Integer> maybeNumber(String name) {
    return take(name)
        .map(json -> {
          if (!(json instanceof Json.Numeral(String digits))) {
            throw wrong(name, "a number", json);
          }
          try {
            return new BigDecimal(digits).intValueExact();
          } catch (ArithmeticException | NumberFormatException e) {
            throw Problem.field(path + name, "is no whole number that we can use");
          }
        });
  }

  /** A number with or without a fraction. */
  double decimal(String name) {
    return maybeDecimal(name).orElseThrow(() -> missing(name));
  }

  /** The same, which may be missing or null. */
  Optional<Double> maybeDecimal(String name) {
    return take(name)
        .map(json -> {
          if (!(json instanceof Json.Numeral(String digits))) {
            throw wrong(name, "a number", json);
          }
          return Double.parseDouble(digits);
        });
  }

  /** A time that may be missing or null: seconds, or {@code PT1.5S} as ISO 8601 writes it. */
  Optional<Duration> maybeDuration(String name) {
    return take(name)
        .map(json -> {
          try {
            return switch (json) {
              case Json.Text(String text) -> Duration.parse(text);
              case Json.Numeral(String digits) -> Duration.parse("PT" + digits + "S");
              default -> throw wrong(name, "seconds or an ISO 8601 duration", json);
            };
          } catch (DateTimeParseException | ArithmeticException e) {
            throw Problem.field(path + name, "must be seconds or an ISO 8601 duration like PT5S");
          }
        });
  }

  /** The fields of an object that may be missing or null. */
  Optional<Fields> maybeObject(String name) {
    return take(name).map(json -> of(path + name, json));
  }

  /** True or false; false if it is missing or null. */
  boolean flag(String name) {
    return maybeFlag(name).orElse(false);
  }

  /** True or false, or nothing if it is missing or null. */
  Optional<Boolean> maybeFlag(String name) {
    return take(name)
        .map(json -> {
          if (!(json instanceof Json.Flag(boolean value))) {
            throw wrong(name, "a boolean", json);
          }
          return value;
        });
  }

  /** The items of an array that may be missing or null: each a text, or an object with fields. */
  List<Item> items(String name) {
    Optional<Json> json = take(name);
    if (json.isEmpty()) {
      return List.of();
    }
    if (!(json.get() instanceof Json.Array(List<Json> found))) {
      throw wrong(name, "an array", json.get());
    }
    List<Item> items = new ArrayList<>();
    for (Json item : found) {
      items.add(new Item(path + name + "[" + items.size() + "]", item));
    }
    return items;
  }

  /**
   * One item of an array.
   *
   * @param path where it is
   */
  record Item(String path, Json json) {

    /** A text, if it is one. */
    Optional<String> text() {
      return json instanceof Json.Text(String value) ? Optional.of(value) : Optional.empty();
    }

    /** Its fields. */
    Fields fields() {
      return Fields.of(path, json);
    }
  }

  /** All fields, whatever they are called. */
  Map<String, Json> rest() {
    taken.addAll(byName.keySet());
    return byName;
  }

  /** There is nothing else to take. */
  void done() {
    for (String name : byName.keySet()) {
      if (!taken.contains(name)) {
        throw Problem.field(path + name, "is not a field of this call");
      }
    }
  }

  private Optional<Json> take(String name) {
    taken.add(name);
    @Nullable Json json = byName.get(name);
    return json == null || json instanceof Json.Null ? Optional.empty() : Optional.of(json);
  }

  private Problem missing(String name) {
    return Problem.field(path + name, "is missing");
  }

  private Problem wrong(String name, String wanted, Json found) {
    return Problem.field(path + name, "must be " + wanted + ", not " + found.kind());
  }
}
