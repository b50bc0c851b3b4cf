// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.media;

import java.util.Locale;

/** What an upload becomes (protocol reference 3.17). */
public enum MediaClass {
  /** JPEG, PNG, BMP. */
  PICTURE("pic"),
  /** MP4. */
  VIDEO("video"),
  /** Everything else, GIF included. */
  DOCUMENT("doc");

  private final String word;

  MediaClass(String word) {
    this.word = word;
  }

  /** The class of a file of this name. */
  public static MediaClass ofName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return switch (lower.substring(lower.lastIndexOf('.') + 1)) {
      case "jpg", "jpeg", "png", "bmp" -> PICTURE;
      case "mp4" -> VIDEO;
      default -> DOCUMENT;
    };
  }

  /** As on the wire. */
  String word() {
    return word;
  }

  /** What is unknown is a document. */
  static MediaClass of(String word) {
    return word.equals("pic") ? PICTURE : word.equals("video") ? VIDEO : DOCUMENT;
  }
}
