// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Puts a download in its place: written beside it under a name of its own, moved when it is whole.
 * Whoever looks at the place sees all of the file or none of it. Only the owner may read it.
 */
public final class Placing {

  /** So many files of one name in a folder are enough to look through. */
  private static final int MOST_OF_A_NAME = 10_000;

  private Placing() {}

  /** Brings the bytes. */
  @FunctionalInterface
  public interface Filling {
    /** Writes all of them and tells what they are: a content type. */
    String into(OutputStream out) throws InterruptedException;
  }

  /** Puts it in place of this file, which need not be there. */
  public static Path at(Path file, Filling filling) throws InterruptedException {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder == null) {
        throw new IOException(file + " is no file");
      }
      Path part = Files.createTempFile(folder, ".hongyan-", ".part");
      try {
        var ignored = fill(part, filling);
        move(part, file);
        return file;
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  /**
   * Puts it into a folder, beside what is there.
   *
   * @param hasEnding whether the name is whole; otherwise the bytes tell how it ends
   */
  public static Path in(Path folder, String name, boolean hasEnding, Filling filling)
      throws InterruptedException {
    try {
      Files.createDirectories(folder);
      Path part = Files.createTempFile(folder, ".hongyan-", ".part");
      try {
        String type = fill(part, filling);
        String whole = hasEnding ? name : name + "." + ContentTypes.ending(first(part), type);
        return settle(part, folder, SafeName.of(whole, "file"));
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write into " + folder, e);
    }
  }

  private static String fill(Path part, Filling filling) throws IOException, InterruptedException {
    try (OutputStream out = Files.newOutputStream(part)) {
      return filling.into(out);
    }
  }

  private static byte[] first(Path part) throws IOException {
    try (InputStream in = Files.newInputStream(part)) {
      return in.readNBytes(ContentTypes.TELLING_BYTES);
    }
  }

  /** The name is taken by making an empty file, which nobody else can then do. */
  private static Path settle(Path part, Path folder, SafeName name) throws IOException {
    for (int number = 1; number <= MOST_OF_A_NAME; number++) {
      Path place = (number == 1 ? name : name.numbered(number)).in(folder);
      try {
        Files.createFile(place);
      } catch (FileAlreadyExistsException _) {
        continue;
      }
      move(part, place);
      return place;
    }
    throw new IOException("too many files of one name in " + folder);
  }

  private static void move(Path part, Path place) throws IOException {
    try {
      Files.move(part, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException _) {
      Files.move(part, place, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
