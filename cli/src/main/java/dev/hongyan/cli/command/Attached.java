// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.command;

import dev.hongyan.client.message.FileKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/**
 * The files of a command that sends: options that may stand there often, in an order that counts.
 */
final class Attached {

  @ArgGroup(exclusive = true, multiplicity = "0..*")
  private List<One> files = new ArrayList<>();

  /** One of them. */
  static final class One {

    @Option(
        names = "--picture",
        paramLabel = "FILE",
        required = true,
        descriptionKey = "send.picture")
    private @Nullable Path picture;

    @Option(names = "--file", paramLabel = "FILE", required = true, descriptionKey = "send.file")
    private @Nullable Path file;

    private Parcel parcel(Hongyan hongyan) {
      return picture != null
          ? picture(hongyan, picture)
          : file(hongyan, Objects.requireNonNull(file, "one of the two is there"));
    }
  }

  /** This file as a picture, unless it moves. */
  private static Parcel picture(Hongyan hongyan, Path file) {
    FileKind kind = FileKind.of(String.valueOf(file.getFileName()), 0);
    return Parcel.of(hongyan, file, kind == FileKind.FILE ? FileKind.PICTURE : kind);
  }

  /** This file as a file to open; but a GIF moves and a video plays. */
  static Parcel file(Hongyan hongyan, Path file) {
    long size = Files.isRegularFile(file) ? Parcel.size(hongyan, file) : 0;
    FileKind kind = FileKind.of(String.valueOf(file.getFileName()), size);
    return Parcel.of(hongyan, file, kind == FileKind.PICTURE ? FileKind.FILE : kind);
  }

  /**
   * All of them, in the order of the arguments.
   *
   * @throws FailedException if one of them cannot be sent
   */
  List<Parcel> parcels(Hongyan hongyan) {
    return files.stream().map(one -> one.parcel(hongyan)).toList();
  }
}
