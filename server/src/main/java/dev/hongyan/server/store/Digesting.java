// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.store;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The digests of a file that grows, taken on threads of their own: who sends a file in parts waits
 * for those of the last part alone.
 */
final class Digesting implements AutoCloseable {

  private static final int BUFFER = 64 << 10;

  private final Path path;
  private final MessageDigest sha256 = digest("SHA-256");
  private final MessageDigest md5 = digest("MD5");
  private CompletableFuture<Void> ordered = CompletableFuture.completedFuture(null);
  private volatile boolean closed;

  /** Bytes that are in the digests; for whoever does what was ordered. */
  private long done;

  Digesting(Path path) {
    this.path = path;
  }

  /** Takes what is there up to this place, and will not change any more. */
  void upTo(long end) {
    ordered =
        ordered.thenRunAsync(
            () -> read(end), work -> Thread.ofVirtual().name("media-digest").start(work));
  }

  /**
   * Takes the rest.
   *
   * @param size of the whole file
   * @throws StoreException if the file cannot be read
   */
  Fingerprint finish(long size) {
    try {
      ordered.join();
    } catch (CompletionException e) {
      throw new StoreException("media cannot be read", e);
    }
    read(size);
    return new Fingerprint(hex(sha256), hex(md5), size);
  }

  private void read(long end) {
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(path)) {
      in.skipNBytes(done);
      while (done < end && !closed) {
        int read = in.read(buffer, 0, (int) Math.min(BUFFER, end - done));
        if (read < 0) {
          throw new EOFException("media are shorter than they were");
        }
        sha256.update(buffer, 0, read);
        md5.update(buffer, 0, read);
        done += read;
      }
    } catch (IOException e) {
      throw new StoreException("media cannot be read", e);
    }
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

  /** Gives up what was ordered; nobody reads the file any more. */
  @Override
  public void close() {
    closed = true;
    ordered.exceptionally(_ -> null).join();
  }
}
