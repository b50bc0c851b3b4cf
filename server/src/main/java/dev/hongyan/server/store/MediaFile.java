// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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
  private @Nullable Fingerprint fingerprint;

  MediaFile(Path path, boolean durable) throws IOException {
    this.path = path;
    this.durable = durable;
    file = new RandomAccessFile(path.toFile(), "rw");
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

  /**
   * All has come: makes it safe on disk and says what it is.
   *
   * @throws StoreException if the disk fails
   */
  public Fingerprint finish() {
    try {
      MessageDigest sha256 = digest("SHA-256");
      MessageDigest md5 = digest("MD5");
      file.seek(0);
      byte[] buffer = new byte[BUFFER];
      for (int read = file.read(buffer); read >= 0; read = file.read(buffer)) {
        sha256.update(buffer, 0, read);
        md5.update(buffer, 0, read);
      }
      if (durable) {
        file.getFD().sync();
      }
      fingerprint = new Fingerprint(hex(sha256), hex(md5), file.length());
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

  @SuppressWarnings("WeakHashFunction") // the protocol names files by MD5; nothing is secret here
  private static MessageDigest digest(String name) {
    try {
      return MessageDigest.getInstance(name);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JDK has no " + name, e);
    }
  }

  private static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Gives it up, unless it was kept. */
  @Override
  public void close() {
    try {
      file.close();
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new StoreException("unfinished media cannot be deleted", e);
    }
  }
}
