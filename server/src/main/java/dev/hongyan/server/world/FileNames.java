// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import java.util.regex.Pattern;

/** Names of files that people send: whatever they say, they never lead anywhere. */
final class FileNames {

  /** Characters that the usual file systems take, even if each is three bytes. */
  private static final int LENGTH = 80;

  private static final String NAMELESS = "file";

  /** Control characters, and those that turn the direction of writing and so hide an ending. */
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff]");

  private static final Pattern ONLY_DOTS = Pattern.compile("[. ]*");

  private FileNames() {}

  /** The last part of a name, without what cannot be seen; its ending survives if it is cut. */
  static String safe(String name) {
    String seen = UNSEEN.matcher(name).replaceAll("");
    int slash = Math.max(seen.lastIndexOf('/'), seen.lastIndexOf('\\'));
    String kept = cut(seen.substring(slash + 1).strip()).strip();
    return ONLY_DOTS.matcher(kept).matches() ? NAMELESS : kept;
  }

  private static String cut(String name) {
    if (name.codePointCount(0, name.length()) <= LENGTH) {
      return name;
    }
    int dot = name.lastIndexOf('.');
    String ending = dot > 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
    int end = name.offsetByCodePoints(0, LENGTH - ending.length());
    return name.substring(0, end) + ending;
  }
}
