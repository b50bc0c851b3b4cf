// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.decode;

import dev.hongyan.protocol.Findings;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/** A body in chunks, or one that a tool has joined already without telling the header. */
final class Chunks {

  private static final int MOST_SIZE_CHARS = 64;

  private final byte[] bytes;
  private int at;

  private Chunks(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The bytes of all chunks; the bytes as they are if those are no chunks. */
  static byte[] joined(byte[] bytes, Findings findings) {
    Chunks chunks = new Chunks(bytes);
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    while (chunks.at < bytes.length) {
      OptionalInt size = chunks.size();
      if (size.isEmpty()) {
        findings.repaired("", "body is not in chunks, though a header says so");
        return bytes;
      }
      if (size.getAsInt() == 0) {
        return joined.toByteArray();
      }
      int there = Math.min(size.getAsInt(), bytes.length - chunks.at);
      joined.write(bytes, chunks.at, there);
      chunks.at += there;
      chunks.skipLineEnd();
    }
    findings.repaired("", "the last chunk is missing");
    return joined.toByteArray();
  }

  /** The size in front of the next chunk; extensions behind a semicolon mean nothing. */
  private OptionalInt size() {
    int end = at;
    while (end < bytes.length && bytes[end] != '\n' && end - at < MOST_SIZE_CHARS) {
      end++;
    }
    String line = new String(bytes, at, end - at, StandardCharsets.ISO_8859_1);
    int semicolon = line.indexOf(';');
    String digits = (semicolon < 0 ? line : line.substring(0, semicolon)).strip();
    if (!digits.matches("[0-9A-Fa-f]{1,7}")) {
      return OptionalInt.empty();
    }
    at = Math.min(end + 1, bytes.length);
    return OptionalInt.of(Integer.parseInt(digits, 16));
  }

  private void skipLineEnd() {
    if (at < bytes.length && bytes[at] == '\r') {
      at++;
    }
    if (at < bytes.length && bytes[at] == '\n') {
      at++;
    }
  }
}
