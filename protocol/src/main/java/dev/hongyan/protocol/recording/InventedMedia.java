// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.recording;

import dev.hongyan.protocol.Body;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * What stands for a picture, a sound, a video or a file: bytes of the same kind, as many, and
 * nobody's. A recording keeps the kind and the number; the bytes are made when it plays.
 */
enum InventedMedia {
  /** One grey point, as are the other pictures. */
  JPEG(
      "image/jpeg",
      0,
      "ffd8ff",
      "/9j/4AAQSkZJRgABAgAAAQABAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwc"
          + "KDcpLDAxNDQ0Hyc5PTgyPC4zNDL/wAALCAABAAEBAREA/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL"
          + "/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRol"
          + "JicoKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWm"
          + "p6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/9oACAEBAAA/APNq/9k="),
  PNG(
      "image/png",
      0,
      "89504e470d0a1a0a",
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4XmMwBwAAOQA4l3XUyQAAAABJRU5ErkJggg=="),
  GIF("image/gif", 0, "474946", "R0lGODlhAQABAPAAAAAAAP///ywAAAAAAQABAEACAkQBADs="),
  BMP(
      "image/bmp",
      0,
      "424d",
      "Qk06AAAAAAAAADYAAAAoAAAAAQAAAAEAAAABABgAAAAAAAQAAAAAAAAAAAAAAAAAAAAAAAAAgICAAA=="),
  /** The rest is a box that players skip. */
  MP4("video/mp4", 4, "66747970", "AAAAGGZ0eXBpc29tAAACAGlzb21pc28yAAAAAGZyZWU="),
  /** A tag without a content, and the head of one frame. */
  MP3("audio/mp3", 0, "494433", "SUQzAwAAAAAAAP/7kGQ="),
  /** Anything else: zeros. */
  DATA("application/octet-stream", 0, "", "");

  /** As many bytes as it takes to tell them apart. */
  static final int HEAD = 16;

  /** Where the length of the box stands that fills a video. */
  private static final int MP4_REST = 24;

  /** Frames of layer III begin so when there is no tag before them. */
  private static final int FRAME = 0xFFE2;

  private final String contentType;
  private final int place;
  private final String mark;
  private final String start;

  /**
   * A kind.
   *
   * @param place where its mark stands
   * @param mark in hex
   * @param start a whole one, as small as can be, in base64
   */
  InventedMedia(String contentType, int place, String mark, String start) {
    this.contentType = contentType;
    this.place = place;
    this.mark = mark;
    this.start = start;
  }

  /**
   * Of which kind these are: the first bytes are believed, then the label.
   *
   * @param contentType as HTTP calls them
   */
  static InventedMedia of(Body bytes, String contentType) {
    byte[] head = head(bytes);
    for (InventedMedia kind : values()) {
      if (kind != DATA && kind.begins(head)) {
        return kind;
      }
    }
    if (head.length >= 2 && (ByteBuffer.wrap(head).getShort() & FRAME) == FRAME) {
      return MP3;
    }
    return labelled(contentType);
  }

  private static InventedMedia labelled(String contentType) {
    String type = contentType.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(kind -> type.startsWith(kind.contentType))
        .findFirst()
        .orElse(type.startsWith("audio/mpeg") ? MP3 : DATA);
  }

  /** The kind that a recording calls so. */
  static Optional<InventedMedia> named(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }

  /** As a recording calls it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** A label that says nothing but the kind: this one if it is known, else that of anything. */
  static String contentType(String label) {
    return labelled(label).contentType;
  }

  /** So many bytes of this kind, fewer than the smallest whole one if so few are wanted. */
  Body bytes(long length) {
    byte[] first = Base64.getDecoder().decode(start);
    if (this == MP4) {
      long rest = Math.clamp(length - MP4_REST, 0, Integer.MAX_VALUE);
      ByteBuffer.wrap(first).putInt(MP4_REST, (int) rest);
    }
    if (length <= first.length) {
      return Body.of(Arrays.copyOf(first, (int) length));
    }
    return Body.of(
        length,
        () ->
            new SequenceInputStream(
                new ByteArrayInputStream(first), new Zeros(length - first.length)));
  }

  private boolean begins(byte[] head) {
    byte[] sought = HexFormat.of().parseHex(mark);
    int end = place + sought.length;
    return head.length >= end && Arrays.equals(head, place, end, sought, 0, sought.length);
  }

  private static byte[] head(Body bytes) {
    try (InputStream in = bytes.open()) {
      return in.readNBytes(HEAD);
    } catch (IOException _) {
      return new byte[0];
    }
  }

  /** Nothing, as often as wanted. */
  private static final class Zeros extends InputStream {

    private long left;

    Zeros(long left) {
      this.left = left;
    }

    @Override
    public int read() {
      return left-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      if (length == 0) {
        return 0;
      }
      if (left <= 0) {
        return -1;
      }
      int size = (int) Math.min(length, left);
      Arrays.fill(bytes, offset, offset + size, (byte) 0);
      left -= size;
      return size;
    }
  }
}
