// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who is mentioned in a room's text. The text is all there is to tell it (protocol reference 5.11).
 *
 * @param names those mentioned, in order, each once
 * @param everybody whether the whole room is
 */
public record Mentions(List<String> names, boolean everybody) {

  /** The whole room, by its name. */
  public static final String EVERYBODY = "所有人";

  /** What phones put behind a name: a four-per-em space. */
  private static final char END = '\u2005';

  public Mentions {
    names = List.copyOf(names);
  }

  /** The beginning of a text that mentions somebody. */
  public static String of(String name) {
    return "@" + name + END;
  }

  /**
   * Finds who is mentioned. Names may contain blanks and {@code @}, and one may begin with another:
   * the longest that fits counts.
   *
   * @param candidates the names that members bear in the room, as a person reads them
   */
  public static Mentions in(String text, Collection<String> candidates) {
    List<String> longestFirst =
        candidates.stream()
            .filter(name -> !name.isBlank())
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
    Set<String> found = new LinkedHashSet<>();
    boolean everybody = false;
    int at = text.indexOf('@');
    while (at >= 0) {
      Optional<String> name = nameAt(text, at, longestFirst);
      name.ifPresent(found::add);
      everybody |= name.isEmpty() && stands(text, at, EVERYBODY);
      at = text.indexOf('@', at + 1 + name.map(String::length).orElse(0));
    }
    return new Mentions(List.copyOf(found), everybody);
  }

  private static Optional<String> nameAt(String text, int at, List<String> longestFirst) {
    return longestFirst.stream().filter(name -> stands(text, at, name)).findFirst();
  }

  private static boolean stands(String text, int at, String name) {
    if (!text.startsWith(name, at + 1)) {
      return false;
    }
    int end = at + 1 + name.length();
    if (end < text.length() && text.charAt(end) == END) {
      return true;
    }
    // Older phones put a blank, and so do people; but a mail address mentions nobody.
    boolean isWithinWord = at > 0 && isWord(text.charAt(at - 1));
    boolean isEnded = end == text.length() || Character.isWhitespace(text.charAt(end));
    return isEnded && !isWithinWord;
  }

  private static boolean isWord(char c) {
    return c < 0x80 && Character.isLetterOrDigit(c);
  }

  /** The number only. */
  @Override
  public String toString() {
    return names.size() + " mentions" + (everybody ? " and everybody" : "");
  }
}
