// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A defect that names and texts of the service have been seen with (protocol reference 6.2). */
public enum Dirt {
  /** A character of which the last byte is missing, so that it is no UTF-8. */
  CUT_CHARACTER,
  /** A control character that JSON does not allow within a string. */
  CONTROL_CHARACTER,
  /** An emoji as a span of HTML. */
  EMOJI_SPAN,
  /** The same without its end. */
  BROKEN_SPAN,
  /** An entity of HTML. */
  ENTITY,
  /** An entity that was escaped twice. */
  DOUBLE_ESCAPE,
  /** A line break of HTML. */
  LINE_BREAK,
  /** A space that looks like another, U+2005. */
  ODD_SPACE,
  /** A character for private use, an emoji of old phones. */
  PRIVATE_USE;

  /** Its name in kebab-case. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static String words() {
    return Arrays.stream(values()).map(Dirt::word).collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    return word();
  }
}
