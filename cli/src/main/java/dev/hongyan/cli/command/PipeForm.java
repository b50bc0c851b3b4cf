// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.command;

import java.util.Locale;

/** As what a pipe is sent. */
enum PipeForm {
  /** As texts while they are few, otherwise as a file. */
  AUTO,
  /** As texts, however many. */
  TEXT,
  /** As a file, however small. */
  FILE;

  /** Characters; five texts of 2,000 are what a person reads on a phone. */
  static final int MOST_TEXT = 10_000;

  /** The form of this name. */
  static PipeForm of(Hongyan hongyan, String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "auto" -> AUTO;
      case "text" -> TEXT;
      case "file" -> FILE;
      default -> throw new FailedException(Exit.USAGE, hongyan.texts().get("push.form", word));
    };
  }

  /** Whether a readable pipe of so many characters is sent as a file. */
  boolean isFile(int characters) {
    return switch (this) {
      case AUTO -> characters > MOST_TEXT;
      case TEXT -> false;
      case FILE -> true;
    };
  }
}
