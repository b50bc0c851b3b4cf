// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.store;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Consumer;

/**
 * A file of checksummed records that only grows at its end and is now and then replaced as a whole.
 *
 * <p>Written through {@link RandomAccessFile} and not a channel: an interrupt, which is how our
 * threads are told to stop, would close a channel under the others. Not safe for several threads.
 */
final class RecordLog implements AutoCloseable {

  /** Below this size a log is not worth replacing. */
  private static final long SMALLEST_TO_COMPACT = 4L << 20;

  /** A log is replaced when it has grown by this factor since it was last replaced. */
  private static final int GROWTH_TO_COMPACT = 2;

  private final Path file;
  private final LogKind kind;
  private RandomAccessFile out;
  private long end;
  private long compacted;

  private RecordLog(Path file, LogKind kind, RandomAccessFile out, long end) {
    this.file = file;
    this.kind = kind;
    this.out = out;
    this.end = end;
    this.compacted = end;
  }

  /**
   * Opens or creates the file, hands every whole record to {@code replay} and cuts off a torn end.
   *
   * @throws IllegalStateException if the file is of another kind or of a newer version, or holds a
   *     whole record that {@code replay} does not understand; it is left as it is
   */
  static RecordLog open(Path file, LogKind kind, Consumer<byte[]> replay) {
    try {
      Files.deleteIfExists(sibling(file));
      if (!Files.exists(file) || Files.size(file) < Records.HEADER_LENGTH) {
        replace(file, Records.header(kind));
      }
      byte[] bytes = Files.readAllBytes(file);
      Records.checkHeader(bytes, kind, file);
      int end = replay(bytes, file, replay);
      RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw");
      out.setLength(end);
      out.seek(end);
      return new RecordLog(file, kind, out, end);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot open " + file, e);
    }
  }

  /**
   * Hands every whole record to {@code replay} without opening the file for writing; a file that is
   * missing has none.
   *
   * @throws IllegalStateException if the file is of another kind or of a newer version, or holds a
   *     whole record that {@code replay} does not understand; it is left as it is
   */
  static void read(Path file, LogKind kind, Consumer<byte[]> replay) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      if (bytes.length >= Records.HEADER_LENGTH) {
        Records.checkHeader(bytes, kind, file);
        var ignored = replay(bytes, file, replay);
      }
    } catch (NoSuchFileException expected) {
      // Nothing was kept yet.
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /**
   * Another version has written a record whose checksum is right and whose content is not. What it
   * holds is not told, for it may be a secret.
   */
  private static int replay(byte[] bytes, Path file, Consumer<byte[]> replay) {
    try {
      return Records.replay(bytes, replay);
    } catch (RuntimeException _) {
      throw new IllegalStateException(file + " holds a record that this Hongyan cannot read");
    }
  }

  /** Replaces the whole file by these records at once, or leaves it as it is. */
  static void write(Path file, LogKind kind, List<byte[]> payloads) {
    try {
      replace(file, Records.file(kind, payloads));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  /** Adds a record that survives the end of this process, though not a power cut. */
  void append(byte[] payload) {
    byte[] record = Records.record(payload);
    try {
      out.write(record);
      end += record.length;
    } catch (IOException e) {
      throw undone(e);
    }
  }

  /** Adds a record that survives a power cut too; it is kept when this method returns. */
  void appendForced(byte[] payload) {
    append(payload);
    try {
      out.getFD().sync();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  /** A half-written record would hide those after it, so the end is set back. */
  private UncheckedIOException undone(IOException failure) {
    try {
      out.setLength(end);
      out.seek(end);
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
    return new UncheckedIOException("cannot write " + file, failure);
  }

  /** Whether so much has been added that {@link #compact} pays. */
  boolean isWorthCompacting() {
    return end > SMALLEST_TO_COMPACT && end > GROWTH_TO_COMPACT * compacted;
  }

  /** Replaces all records by these, which say the same in fewer bytes. */
  void compact(List<byte[]> payloads) {
    byte[] bytes = Records.file(kind, payloads);
    try {
      replace(file, bytes);
      RandomAccessFile next = new RandomAccessFile(file.toFile(), "rw");
      next.seek(bytes.length);
      out.close();
      out = next;
      end = bytes.length;
      compacted = end;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  /** Length of the file in bytes. */
  long size() {
    return end;
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close " + file, e);
    }
  }

  private static void replace(Path file, byte[] bytes) throws IOException {
    Path next = sibling(file);
    OwnerOnly.createFile(next);
    try (FileOutputStream out = new FileOutputStream(next.toFile())) {
      out.write(bytes);
      out.getFD().sync();
    }
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    OwnerOnly.syncFolder(file);
  }

  /** Where the next version of a file is written before it takes the file's place. */
  private static Path sibling(Path file) {
    return file.resolveSibling(file.getFileName() + ".new");
  }
}
