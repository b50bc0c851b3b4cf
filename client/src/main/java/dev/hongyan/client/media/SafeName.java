// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.media;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/**
 * The name of a file that somebody else chose, made fit for a folder of ours: it is one step below
 * that folder on any system, can be seen in a listing for what it is, and is as near to the wish as
 * that allows.
 *
 * @param text not empty, without separators
 */
public record SafeName(String text) {

  /** Most systems allow 255 bytes; the rest is left for a number or a temporary ending. */
  private static final int MOST_BYTES = 200;

  /** An ending longer than this is none. */
  private static final int LONGEST_ENDING = 20;

  /** Separators, and what Windows allows in no name. */
  private static final String FORBIDDEN = "/\\:*?\"<>|";

  /** Devices of Windows, whatever comes behind their dot. */
  private static final Set<String> DEVICES =
      Set.of(
          "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7",
          "com8", "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9");

  /**
   * The safe form of a name.
   *
   * @param otherwise for a name of which nothing is left; must be safe
   */
  public static SafeName of(String wish, String otherwise) {
    String visible =
        wish.codePoints().collect(StringBuilder::new, SafeName::add, (_, _) -> {}).toString();
    String trimmed = trimmed(visible);
    if (trimmed.isEmpty()) {
      return new SafeName(otherwise);
    }
    String first = trimmed.indexOf('.') < 0 ? trimmed : trimmed.substring(0, trimmed.indexOf('.'));
    boolean isDevice = DEVICES.contains(first.strip().toLowerCase(Locale.ROOT));
    return new SafeName(trimmed(shortened(isDevice ? "_" + trimmed : trimmed)));
  }

  /** The name with a number, for when it is taken: {@code report (2).pdf}. */
  public SafeName numbered(int number) {
    return new SafeName(stem(text) + " (" + number + ")" + ending(text));
  }

  /** This file in a folder. */
  public Path in(Path folder) {
    return folder.resolve(text);
  }

  private static void add(StringBuilder name, int codePoint) {
    switch (Character.getType(codePoint)) {
      // Nobody sees these; some turn the order of what is shown, so that exe looks like txt.
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR -> {}
      case Character.SURROGATE, Character.UNASSIGNED -> name.append('_');
      default -> name.appendCodePoint(FORBIDDEN.indexOf(codePoint) < 0 ? codePoint : '_');
    }
  }

  /**
   * No blanks around it, no dots before it (it would be hidden) nor behind (Windows drops them).
   */
  private static String trimmed(String name) {
    int start = 0;
    int end = name.length();
    while (start < end && isPadding(name.charAt(start))) {
      start++;
    }
    while (end > start && isPadding(name.charAt(end - 1))) {
      end--;
    }
    return name.substring(start, end);
  }

  private static boolean isPadding(char c) {
    return c == '.' || Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static String shortened(String name) {
    String stem = stem(name);
    String ending = ending(name);
    while (bytes(stem) + bytes(ending) > MOST_BYTES) {
      stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
    }
    return stem + ending;
  }

  private static int bytes(String name) {
    return name.getBytes(StandardCharsets.UTF_8).length;
  }

  private static String stem(String name) {
    return name.substring(0, name.length() - ending(name).length());
  }

  private static String ending(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0 && name.length() - dot <= LONGEST_ENDING ? name.substring(dot) : "";
  }

  @Override
  public String toString() {
    return text;
  }
}
