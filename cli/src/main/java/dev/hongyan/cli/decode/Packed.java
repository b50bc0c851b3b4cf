// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.decode;

import dev.hongyan.protocol.Findings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** A body that may be packed, told by its first bytes. */
final class Packed {

  /** Packed by the server and again by a proxy; more often than that is an attack. */
  private static final int MOST_LAYERS = 3;

  private static final int BUFFER = 8_192;

  /** How zlib streams begin with the window that everybody uses. */
  private static final byte ZLIB = 0x78;

  /** What the two bytes before a zlib stream are a multiple of. */
  private static final int ZLIB_CHECK = 31;

  private Packed() {}

  /**
   * The body itself.
   *
   * @param coding what the header says, may be empty or wrong
   */
  static byte[] unpacked(byte[] bytes, String coding, Findings findings) {
    String said = coding.strip().toLowerCase(Locale.ROOT);
    byte[] body = bytes;
    for (int layer = 0; layer < MOST_LAYERS && isGzip(body); layer++) {
      if (!said.contains("gzip")) {
        findings.repaired("", "gzip unpacked, though no header says so");
      }
      body = gunzipped(body, findings);
    }
    if (said.equals("deflate")) {
      return inflated(body, findings);
    }
    if (isZlib(body)) {
      findings.repaired("", "zlib unpacked, though no header says so");
      return inflated(body, findings);
    }
    return body;
  }

  private static boolean isGzip(byte[] bytes) {
    return bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b && bytes[2] == 8;
  }

  private static boolean isZlib(byte[] bytes) {
    return bytes.length > 1
        && bytes[0] == ZLIB
        && ((bytes[0] & 0xff) << 8 | (bytes[1] & 0xff)) % ZLIB_CHECK == 0;
  }

  private static byte[] gunzipped(byte[] bytes, Findings findings) {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return all(in, findings);
    } catch (IOException e) {
      findings.repaired("", "packed body breaks off");
      return new byte[0];
    }
  }

  /** With the two bytes of zlib or without: both go by this name. */
  private static byte[] inflated(byte[] bytes, Findings findings) {
    try (Inflater inflater = new Inflater(!isZlib(bytes));
        InputStream in = new InflaterInputStream(new ByteArrayInputStream(bytes), inflater)) {
      byte[] body = all(in, findings);
      if (body.length > 0) {
        return body;
      }
      findings.repaired("", "body is not packed, though a header says so");
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory cannot be closed", e);
    }
  }

  /** As much as can be had: what was cut off may be only the end of a long list. */
  private static byte[] all(InputStream in, Findings findings) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[BUFFER];
    try {
      for (int n = in.read(buffer);
          n >= 0 && out.size() <= Capture.MAX_BYTES;
          n = in.read(buffer)) {
        out.write(buffer, 0, n);
      }
      if (out.size() > Capture.MAX_BYTES) {
        findings.repaired("", "unpacked body cut at its limit");
      }
    } catch (IOException e) {
      if (out.size() > 0) {
        findings.repaired("", "packed body breaks off");
      }
    }
    return out.toByteArray();
  }
}
