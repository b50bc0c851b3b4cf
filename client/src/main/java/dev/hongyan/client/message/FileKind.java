// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.message;

import java.util.Locale;
import java.util.Set;

/** As what a file is sent (protocol reference 3.17). */
public enum FileKind {
  /** Shown in the chat. */
  PICTURE,
  /** A GIF that moves in the chat. */
  EMOTICON,
  /** Played in the chat. */
  VIDEO,
  /** Anything else, voices too: to be opened by whoever gets it. */
  FILE;

  /** The page refuses pictures and videos above this (protocol reference 9). */
  private static final long LARGEST_SHOWN = 20L << 20;

  /** What was seen to work at most (protocol reference 3.19). */
  private static final long LARGEST_FILE = 100L << 20;

  private static final Set<String> PICTURES = Set.of("jpg", "jpeg", "png", "bmp");

  /** What the end of its name makes of a file; one that is too large to be shown is a file. */
  public static FileKind of(String name, long size) {
    String end = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    FileKind shown =
        PICTURES.contains(end)
            ? PICTURE
            : switch (end) {
              case "gif" -> EMOTICON;
              case "mp4" -> VIDEO;
              default -> FILE;
            };
    return size <= shown.largest() ? shown : FILE;
  }

  /** The largest that can be sent, in bytes. */
  public long largest() {
    return this == FILE ? LARGEST_FILE : LARGEST_SHOWN;
  }
}
