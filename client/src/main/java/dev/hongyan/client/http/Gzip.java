// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Unpacks gzip, but never more than asked for: a kilobyte may hold a gigabyte. */
final class Gzip {

  private Gzip() {}

  static byte[] unpack(byte[] packed, int limit) throws IOException {
    if (packed.length == 0) {
      return packed; // a reply without a body, to which the header was added all the same
    }
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      byte[] unpacked = in.readNBytes(limit);
      if (unpacked.length == limit && in.read() >= 0) {
        throw new IOException("unpacks to more than " + limit + " bytes");
      }
      return unpacked;
    }
  }
}
