// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Splits texts that are too long for one message, where a reader would pause: between paragraphs,
 * lines, sentences or words, in this order, as long as the part does not get shorter than half.
 */
public final class TextParts {

  /** Our choice: no source tells the service's own limit (protocol reference 3.12). */
  public static final int DEFAULT_LIMIT = 2_000;

  /** Room for the longest emoji, some flags of 14, and the longest face. */
  private static final int MIN_LIMIT = 32;

  private static final String SENTENCE_ENDS = "。！？…；!?;";

  private static final String PAUSES = "，、,：:";

  private final String text;
  private final int limit;
  private final BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);

  private TextParts(String text, int limit) {
    this.text = text;
    this.limit = limit;
    characters.setText(text);
  }

  /** Splits at the default limit. */
  public static List<String> split(String text) {
    return split(text, DEFAULT_LIMIT);
  }

  /**
   * Splits a text. White space at the cuts is left out; no emoji and no face is cut.
   *
   * @param limit characters of a part, counted as Java does; at least 32
   * @return the text itself if it is short enough
   * @throws IllegalArgumentException if the limit is too small to hold every emoji
   */
  public static List<String> split(String text, int limit) {
    if (limit < MIN_LIMIT) {
      throw new IllegalArgumentException("limit must be at least " + MIN_LIMIT);
    }
    return text.length() <= limit ? List.of(text) : new TextParts(text, limit).all();
  }

  private List<String> all() {
    List<String> parts = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = text.length() - start <= limit ? text.length() : cut(start);
      String part = text.substring(start, end);
      parts.add(start == 0 ? part.stripTrailing() : part.strip());
      start = end;
    }
    parts.removeIf(String::isBlank);
    return List.copyOf(parts);
  }

  private int cut(int start) {
    for (Pause pause : Pause.values()) {
      for (int place = start + limit; place > start + limit / 2; place--) {
        if (pause.isBefore(text, place) && isWhole(place)) {
          return place;
        }
      }
    }
    return anywhere(start);
  }

  private int anywhere(int start) {
    int place = start + limit;
    while (place > start && !isWhole(place)) {
      place--;
    }
    if (place > start) {
      return place;
    }
    // One character with hundreds of marks on it: not an emoji, and cut between two marks.
    int end = start + limit;
    return Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end;
  }

  private boolean isWhole(int place) {
    return characters.isBoundary(place) && Faces.startOfFaceAt(text, place) == place;
  }

  /** Where a reader would pause, the longest pause first. */
  private enum Pause {
    PARAGRAPH,
    LINE,
    SENTENCE,
    WORD;

    /** Whether it ends right before this place. */
    boolean isBefore(String text, int place) {
      char last = text.charAt(place - 1);
      return switch (this) {
        case PARAGRAPH -> last == '\n' && place > 1 && text.charAt(place - 2) == '\n';
        case LINE -> last == '\n';
        case SENTENCE ->
            SENTENCE_ENDS.indexOf(last) >= 0
                || (last == ' ' && place > 1 && text.charAt(place - 2) == '.');
        case WORD -> PAUSES.indexOf(last) >= 0 || Character.isWhitespace(last);
      };
    }
  }
}
