// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import dev.hongyan.protocol.catalog.Catalog;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** How the values of switches are read. Whatever is wrong is an IllegalArgumentException. */
final class SwitchValues {

  private static final Pattern HOST = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?");
  private static final Pattern NOT_A_LETTER = Pattern.compile("[^a-z0-9]");
  private static final int LINE = 200;
  private static final Duration LONGEST_SCRIPT = Duration.ofHours(1);

  private SwitchValues() {}

  /** Only letters and digits, lower case: all spellings of a word are the same. */
  static String letters(String text) {
    return NOT_A_LETTER.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
  }

  static String hostName(String text) {
    String host = text.strip().toLowerCase(Locale.ROOT);
    require(HOST.matcher(host).matches());
    return host;
  }

  static String line(String text) {
    require(text.length() <= LINE && text.chars().noneMatch(c -> c < ' '));
    return text;
  }

  static boolean flag(String text) {
    return switch (letters(text)) {
      case "true", "yes", "on", "1", "present" -> true;
      case "false", "no", "off", "0", "absent" -> false;
      default -> throw new IllegalArgumentException("neither true nor false");
    };
  }

  static int number(int least, int most, String text) {
    int number = Integer.parseInt(text.strip());
    require(number >= least && number <= most);
    return number;
  }

  /** A constant by its name, which may lack an {@code always}: {@code 200} for ALWAYS_200. */
  static <E extends Enum<E>> E word(Class<E> type, String text) {
    String letters = letters(text);
    for (E constant : type.getEnumConstants()) {
      String name = letters(constant.name());
      if (name.equals(letters) || name.equals("always" + letters)) {
        return constant;
      }
    }
    throw new IllegalArgumentException("no such word");
  }

  /** The names of all constants, for people: {@code open, closed or too-many}. */
  static String words(Class<? extends Enum<?>> type) {
    List<String> words =
        Arrays.stream(type.getEnumConstants())
            .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .toList();
    int last = words.size() - 1;
    return String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }

  /** ISO 8601, or a number of seconds. */
  static Duration duration(Duration most, String text) {
    String word = text.strip();
    Duration duration =
        word.startsWith("P")
            ? Duration.parse(word)
            : Duration.ofMillis(new BigDecimal(word).movePointRight(3).longValueExact());
    require(!duration.isNegative() && duration.compareTo(most) <= 0);
    return duration;
  }

  static SessionEnd sessionEnd(String text) {
    if (letters(text).equals("never")) {
      return SessionEnd.NEVER;
    }
    Map<String, String> parts = parts(text);
    require(parts.size() == 2 && parts.containsKey("after") && parts.containsKey("retcode"));
    Duration after = duration(Duration.ofDays(3650), parts.getOrDefault("after", ""));
    return new SessionEnd(after, SessionEnd.reasonOf(parts.getOrDefault("retcode", "")));
  }

  static PhoneScript phoneScript(String text) {
    if (letters(text).equals("byhand")) {
      return PhoneScript.BY_HAND;
    }
    Map<String, String> parts = parts(text);
    require(parts.containsKey("scan") && parts.size() <= 2);
    Optional<String> deed =
        parts.keySet().stream().filter(name -> !name.equals("scan")).findFirst();
    return new PhoneScript(
        Optional.of(duration(LONGEST_SCRIPT, parts.getOrDefault("scan", ""))),
        deed.map(name -> word(PhoneScript.Deed.class, name)),
        deed.map(name -> duration(LONGEST_SCRIPT, parts.getOrDefault(name, "")))
            .orElse(Duration.ZERO));
  }

  static Dirtiness dirt(String text) {
    Set<Dirt> dirt = new TreeSet<>();
    switch (letters(text)) {
      case "off" -> {}
      case "all" -> dirt.addAll(List.of(Dirt.values()));
      default -> {
        for (String word : text.split(",", -1)) {
          dirt.add(word(Dirt.class, word));
        }
      }
    }
    return new Dirtiness(dirt);
  }

  static Rates rates(String text) {
    if (text.isBlank() || letters(text).equals("off")) {
      return Rates.NONE;
    }
    Map<String, Rate> rates = new HashMap<>();
    parts(text)
        .forEach((call, rate) -> {
          require(Catalog.byName(call).isPresent());
          rates.put(call, Rate.parse(rate));
        });
    return new Rates(rates);
  }

  /** {@code name=value,name=value}. */
  private static Map<String, String> parts(String text) {
    Map<String, String> parts = new HashMap<>();
    for (String part : text.split(",", -1)) {
      int equals = part.indexOf('=');
      require(equals > 0);
      parts.put(part.substring(0, equals).strip(), part.substring(equals + 1).strip());
    }
    return parts;
  }

  private static void require(boolean allowed) {
    if (!allowed) {
      throw new IllegalArgumentException("out of range");
    }
  }
}
