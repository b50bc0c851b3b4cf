// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Length and size of MP4 videos: boxes within boxes, of which three matter. Boxes that lie about
 * their length end the search.
 */
final class Mp4Header {

  /** All boxes that are looked at, in all depths together. */
  private static final int BOXES = 256;

  /** The longest header of those that matter. */
  private static final int BODY = 104;

  private static final int MOST_SECONDS = 24 * 3600;
  private static final int SIDE = 1 << 15;

  private final MediaBytes bytes;
  private int seen;
  private long millis;
  private int width;
  private int height;

  private Mp4Header(MediaBytes bytes) {
    this.bytes = bytes;
  }

  static MediaLook read(MediaBytes bytes, long size) throws IOException {
    Mp4Header header = new Mp4Header(bytes);
    header.walk(0, size);
    return new MediaLook(
        MediaFormat.MP4, header.width, header.height, Duration.ofMillis(header.millis));
  }

  private void walk(long from, long end) throws IOException {
    long place = from;
    while (place + 8 <= end && seen++ < BOXES) {
      byte[] head = bytes.read(place, 16);
      if (head.length < 8) {
        return;
      }
      ByteBuffer in = ByteBuffer.wrap(head);
      long length = in.getInt(0) & 0xffff_ffffL;
      int start = 8;
      if (length == 1 && head.length == 16) {
        length = in.getLong(8);
        start = 16;
      } else if (length == 0) {
        length = end - place;
      }
      if (length < start || length > end - place) {
        return;
      }
      enter(new String(head, 4, 4, StandardCharsets.ISO_8859_1), place + start, place + length);
      place += length;
    }
  }

  private void enter(String kind, long from, long end) throws IOException {
    switch (kind) {
      case "moov", "trak" -> walk(from, end);
      case "mvhd" -> movie(bytes.read(from, BODY));
      case "tkhd" -> track(bytes.read(from, BODY));
      default -> {}
    }
  }

  private void movie(byte[] box) {
    boolean wide = box.length > 0 && box[0] == 1;
    if (box.length < (wide ? 32 : 20)) {
      return;
    }
    ByteBuffer in = ByteBuffer.wrap(box);
    long units = in.getInt(wide ? 20 : 12) & 0xffff_ffffL;
    long duration = wide ? in.getLong(24) : in.getInt(16) & 0xffff_ffffL;
    if (units > 0 && duration >= 0 && duration / units <= MOST_SECONDS) {
      millis = duration * 1000 / units;
    }
  }

  /** Fixed-point numbers, 16 bits before the point; a sound track has none. */
  private void track(byte[] box) {
    int place = box.length > 0 && box[0] == 1 ? 88 : 76;
    if (box.length < place + 8) {
      return;
    }
    ByteBuffer in = ByteBuffer.wrap(box);
    int across = in.getInt(place) >>> 16;
    int down = in.getInt(place + 4) >>> 16;
    if (across > 0 && down > 0 && across <= SIDE && down <= SIDE) {
      width = across;
      height = down;
    }
  }
}
