// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32C;

/**
 * The layout of a file of records, as a function of bytes.
 *
 * <pre>
 * file   = "hongyan\n" kind version record*
 * record = marker length checksum payload
 * </pre>
 *
 * Numbers are four bytes, big-endian; the checksum is CRC32C over length and payload. The marker
 * lets reading go on behind a damaged record. It holds bytes that UTF-8 never has, so that no
 * message text can look like a record of its own once the record around it is torn.
 */
final class Records {

  static final int VERSION = 1;
  static final int HEADER_LENGTH = 16;

  /** A page of the service is a few megabytes at most; more than this is damage. */
  static final int LONGEST_PAYLOAD = 64 << 20;

  private static final byte[] MAGIC = "hongyan\n".getBytes(StandardCharsets.US_ASCII);
  private static final int MARKER = 0xFFFEFDFF;
  private static final int FRAME_LENGTH = 12;

  private Records() {}

  static byte[] header(LogKind kind) {
    return ByteBuffer.allocate(HEADER_LENGTH)
        .put(MAGIC)
        .put(kind.mark().getBytes(StandardCharsets.US_ASCII))
        .putInt(VERSION)
        .array();
  }

  static void checkHeader(byte[] file, LogKind kind, Path name) {
    ByteBuffer header = ByteBuffer.wrap(file, 0, HEADER_LENGTH);
    ByteBuffer expected = ByteBuffer.wrap(header(kind));
    if (!header.slice(0, HEADER_LENGTH - 4).equals(expected.slice(0, HEADER_LENGTH - 4))) {
      throw new IllegalStateException(name + " is not a file of Hongyan, or damaged at its start");
    }
    int version = header.getInt(HEADER_LENGTH - 4);
    if (version != VERSION) {
      throw new IllegalStateException(
          name + " has version " + version + ", this Hongyan reads version " + VERSION);
    }
  }

  static byte[] record(byte[] payload) {
    if (payload.length > LONGEST_PAYLOAD) {
      throw new IllegalArgumentException("a record of " + payload.length + " bytes is too long");
    }
    return ByteBuffer.allocate(FRAME_LENGTH + payload.length)
        .putInt(MARKER)
        .putInt(payload.length)
        .putInt(checksum(payload, 0, payload.length))
        .put(payload)
        .array();
  }

  static byte[] file(LogKind kind, List<byte[]> payloads) {
    List<byte[]> records = payloads.stream().map(Records::record).toList();
    int length = HEADER_LENGTH;
    for (byte[] record : records) {
      length = Math.addExact(length, record.length);
    }
    ByteBuffer file = ByteBuffer.allocate(length).put(header(kind));
    records.forEach(file::put);
    return file.array();
  }

  /**
   * Hands every whole record to {@code replay}, passing over damage between them.
   *
   * @return where the last whole record ends
   */
  static int replay(byte[] file, Consumer<byte[]> replay) {
    int end = HEADER_LENGTH;
    int at = HEADER_LENGTH;
    while (at + FRAME_LENGTH <= file.length) {
      int length = payloadLength(file, at);
      if (length < 0) {
        at++;
        continue;
      }
      int start = at + FRAME_LENGTH;
      at = start + length;
      end = at;
      replay.accept(Arrays.copyOfRange(file, start, at));
    }
    return end;
  }

  /** The length of the payload of the whole record that begins here, or -1 if none does. */
  private static int payloadLength(byte[] file, int at) {
    ByteBuffer frame = ByteBuffer.wrap(file, at, FRAME_LENGTH);
    if (frame.getInt() != MARKER) {
      return -1;
    }
    int length = frame.getInt();
    int start = at + FRAME_LENGTH;
    boolean fits = length >= 0 && length <= LONGEST_PAYLOAD && length <= file.length - start;
    return fits && frame.getInt() == checksum(file, start, length) ? length : -1;
  }

  private static int checksum(byte[] bytes, int start, int length) {
    CRC32C crc = new CRC32C();
    crc.update(ByteBuffer.allocate(4).putInt(0, length));
    crc.update(bytes, start, length);
    return (int) crc.getValue();
  }
}
