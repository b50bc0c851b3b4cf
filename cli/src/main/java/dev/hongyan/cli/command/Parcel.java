// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.command;

import dev.hongyan.cli.output.ByteCount;
import dev.hongyan.cli.output.PlainText;
import dev.hongyan.client.message.FileKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A file that can be sent.
 *
 * @param kind as what
 * @param size bytes
 */
record Parcel(Path file, FileKind kind, long size) {

  /**
   * This file, as this kind.
   *
   * @throws FailedException if it cannot be sent
   */
  static Parcel of(Hongyan hongyan, Path file, FileKind kind) {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw unfit(hongyan, file, Files.isDirectory(file) ? "is-folder" : "is-missing");
    }
    long size = size(hongyan, file);
    if (size == 0) {
      throw unfit(hongyan, file, "is-empty");
    }
    if (size > kind.largest()) {
      throw unfit(
          hongyan,
          file,
          kind == FileKind.FILE ? "is-too-large" : "is-too-large-to-show",
          ByteCount.text(size),
          ByteCount.text(kind.largest()));
    }
    return new Parcel(file, kind, size);
  }

  /** The size of a file that is there; 0 if nobody can tell. */
  static long size(Hongyan hongyan, Path file) {
    try {
      return Files.size(file);
    } catch (IOException _) {
      throw unfit(hongyan, file, "is-missing");
    }
  }

  private static FailedException unfit(Hongyan hongyan, Path file, String why, Object... values) {
    String reason = hongyan.texts().get("send.file-" + why, values);
    return new FailedException(
        Exit.USAGE, hongyan.texts().get("send.unfit", PlainText.line(file.toString()), reason));
  }

  /** Its name, fit for a terminal. */
  String name() {
    return PlainText.line(String.valueOf(file.getFileName()));
  }

  /** Our word for the kind. */
  String type() {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
