// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.media;

import java.io.IOException;
import java.time.Duration;

/** How long an MP3 plays, from its size and the bit rate of its first frame. */
final class Mp3Header {

  private static final int ID3_HEAD = 10;

  /** Kilobits per second by the four bits of the header, layer III. */
  private static final int[] MPEG_1 = {
    0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320
  };

  private static final int[] MPEG_2 = {
    0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160
  };

  private Mp3Header() {}

  static Duration length(MediaBytes bytes, long size) throws IOException {
    long start = afterTag(bytes);
    byte[] frame = bytes.read(start, 4);
    if (frame.length < 4 || !MediaFormat.isFrameOfMp3(frame)) {
      return Duration.ZERO;
    }
    int[] rates = (frame[1] & 0x18) == 0x18 ? MPEG_1 : MPEG_2;
    int kilobits = rates[(frame[2] & 0xf0) >> 4];
    return Duration.ofMillis((size - start) * 8 / kilobits);
  }

  /** A tag tells its length in four times seven bits. */
  private static long afterTag(MediaBytes bytes) throws IOException {
    byte[] head = bytes.read(0, ID3_HEAD);
    if (head.length < ID3_HEAD || head[0] != 'I') {
      return 0;
    }
    int length = 0;
    for (int i = 6; i < ID3_HEAD; i++) {
      length = length << 7 | (head[i] & 0x7f);
    }
    return ID3_HEAD + (long) length;
  }
}
