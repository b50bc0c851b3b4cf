// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;

/** Width and height of pictures, from their headers. */
final class PictureHeader {

  /** No real side is longer; beyond it nothing is believed. */
  private static final int SIDE = 1 << 20;

  /** Segments before the size of a JPEG: colour profiles come in dozens of them. */
  private static final int SEGMENTS = 512;

  private static final int HEAD = 32;
  private static final int MARKER = 0xff;
  private static final int PADDING = 0xff;

  private PictureHeader() {}

  static MediaLook read(MediaFormat format, MediaBytes bytes) throws IOException {
    ByteBuffer head = ByteBuffer.wrap(Arrays.copyOf(bytes.read(0, HEAD), HEAD));
    ByteBuffer small = head.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    return switch (format) {
      case PNG -> look(format, head.getInt(16), head.getInt(20));
      case GIF -> look(format, small.getShort(6) & 0xffff, small.getShort(8) & 0xffff);
      case BMP -> look(format, small.getInt(18), Math.abs(small.getInt(22)));
      case JPEG -> jpeg(bytes);
      default -> MediaLook.of(format);
    };
  }

  private static MediaLook look(MediaFormat format, int width, int height) {
    boolean real = width > 0 && height > 0 && width <= SIDE && height <= SIDE;
    return real ? new MediaLook(format, width, height, Duration.ZERO) : MediaLook.of(format);
  }

  /** The size stands in the start of a frame, behind segments of any length. */
  private static MediaLook jpeg(MediaBytes bytes) throws IOException {
    long place = 2;
    for (int i = 0; i < SEGMENTS; i++) {
      byte[] segment = bytes.read(place, 9);
      if (segment.length < 9 || (segment[0] & 0xff) != MARKER) {
        break;
      }
      ByteBuffer in = ByteBuffer.wrap(segment);
      int kind = segment[1] & 0xff;
      if (isFrame(kind)) {
        return look(MediaFormat.JPEG, in.getShort(7) & 0xffff, in.getShort(5) & 0xffff);
      }
      place += kind == PADDING ? 1 : 2 + (in.getShort(2) & 0xffff);
    }
    return MediaLook.of(MediaFormat.JPEG);
  }

  /** C0 to CF, but not the tables among them. */
  private static boolean isFrame(int kind) {
    return kind >= 0xc0 && kind <= 0xcf && kind != 0xc4 && kind != 0xc8 && kind != 0xcc;
  }
}
