// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A content while it comes, piece by piece and in any order. Closed without having been {@linkplain
 * MediaFolder#keep kept} it leaves nothing behind. For one thread at a time.
 *
 * <p>A {@link RandomAccessFile} and no channel: a channel would be closed by the interrupt that a
 * request gets when its client goes, and the next request goes on with this file.
 */
public final class MediaFile implements AutoCloseable {

  private static final int BUFFER = 64 << 10;

  private final Path path;
  private final boolean durable;
  private final RandomAccessFile file;
  private final Digesting digests;
  private @Nullable Fingerprint fingerprint;

  MediaFile(Path path, boolean durable) throws IOException {
    this.path = path;
    this.durable = durable;
    file = new RandomAccessFile(path.toFile(), "rw");
    digests = new Digesting(path);
  }

  Path path() {
    return path;
  }

  /**
   * Puts a piece at its place.
   *
   * @param most bytes that it may have
   * @return bytes that it has; one more than {@code most} if there were more, which is not written
   * @throws IOException if the piece cannot be read or written
   */
  public long write(long position, InputStream piece, long most) throws IOException {
    file.seek(position);
    byte[] buffer = new byte[BUFFER];
    long written = 0;
    while (true) {
      int read = piece.read(buffer);
      if (read < 0) {
        return written;
      }
      if (read > most - written) {
        return most + 1;
      }
      file.write(buffer, 0, read);
      written += read;
    }
  }

  /** All up to this place has come, and nothing of it is written again. */
  public void settle(long end) {
    digests.upTo(end);
  }

  /**
   * What has come, from its beginning; to be closed by who reads it.
   *
   * @throws IOException if the disk fails
   */
  public InputStream open() throws IOException {
    return Files.newInputStream(path);
  }

  /**
   * All has come: makes it safe on disk and says what it is.
   *
   * @throws StoreException if the disk fails
   */
  public Fingerprint finish() {
    try {
      if (durable) {
        file.getFD().sync();
      }
      fingerprint = digests.finish(file.length());
      return fingerprint;
    } catch (IOException e) {
      throw new StoreException("media cannot be finished", e);
    }
  }

  Fingerprint fingerprint() {
    if (fingerprint == null) {
      throw new IllegalStateException("not finished");
    }
    return fingerprint;
  }

  /** Bytes from here on, as many as there are up to this. */
  public byte[] read(long position, int most) throws IOException {
    byte[] bytes = new byte[Math.clamp(file.length() - position, 0, most)];
    file.seek(position);
    file.readFully(bytes);
    return bytes;
  }

  /** Gives it up, unless it was kept. */
  @Override
  public void close() {
    digests.close();
    try {
      file.close();
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new StoreException("unfinished media cannot be deleted", e);
    }
  }
}
