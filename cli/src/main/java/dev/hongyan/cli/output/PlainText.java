// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.output;

/**
 * What others wrote, made safe to show: a name must not move the cursor or turn the line around.
 */
public final class PlainText {

  private static final char REPLACEMENT = '\uFFFD';

  private PlainText() {}

  /** On one line: line breaks become blanks. */
  public static String line(String text) {
    return clean(text, false);
  }

  /** With its line breaks. */
  public static String lines(String text) {
    return clean(text, true);
  }

  private static String clean(String text, boolean keepLines) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints().forEach(c -> clean.appendCodePoint(shown(c, keepLines)));
    return clean.toString();
  }

  private static int shown(int c, boolean keepLines) {
    if (c == '\n' && keepLines) {
      return c;
    }
    if (c == '\n' || c == '\t' || c == '\r') {
      return ' ';
    }
    return Character.isISOControl(c) || isDirection(c) ? REPLACEMENT : c;
  }

  /** Overrides and isolates of the writing direction, which outlive the text that they stand in. */
  private static boolean isDirection(int c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  }
}
