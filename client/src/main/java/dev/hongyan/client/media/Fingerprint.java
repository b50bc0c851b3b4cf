// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * By what the service tells one file from another.
 *
 * @param size bytes
 * @param md5 32 hex digits
 */
public record Fingerprint(long size, String md5) {

  private static final int BUFFER = 64 << 10;

  /** Reads the whole file. */
  public static Fingerprint of(Path file) throws IOException {
    MessageDigest digest = md5Digest();
    byte[] buffer = new byte[BUFFER];
    long size = 0;
    try (InputStream in = Files.newInputStream(file)) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        digest.update(buffer, 0, count);
        size += count;
      }
    }
    return new Fingerprint(size, HexFormat.of().formatHex(digest.digest()));
  }

  private static MessageDigest md5Digest() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has MD5", e);
    }
  }
}
