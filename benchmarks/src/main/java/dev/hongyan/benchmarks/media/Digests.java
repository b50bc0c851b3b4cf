// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.benchmarks.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** Reads files for their digests. */
final class Digests {

  private static final int BUFFER = 64 << 10;

  private Digests() {}

  /** By which the protocol names a file. */
  static byte[] md5(Path file) throws IOException {
    MessageDigest md5 = digest("MD5");
    read(file, List.of(md5));
    return md5.digest();
  }

  /** By which a server knows it, and keeps each content once. */
  static List<byte[]> md5AndSha256(Path file) throws IOException {
    List<MessageDigest> digests = List.of(digest("MD5"), digest("SHA-256"));
    read(file, digests);
    return digests.stream().map(MessageDigest::digest).toList();
  }

  private static void read(Path file, List<MessageDigest> digests) throws IOException {
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(file)) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        for (MessageDigest digest : digests) {
          digest.update(buffer, 0, count);
        }
      }
    }
  }

  @SuppressWarnings("WeakHashFunction") // the protocol names files by MD5; nothing is secret here
  private static MessageDigest digest(String name) {
    try {
      return MessageDigest.getInstance(name);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + name, e);
    }
  }
}
