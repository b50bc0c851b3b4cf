// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.media;

import java.io.IOException;
import java.time.Duration;

/**
 * What a content looks like from outside: read from its headers, never by decoding it. Whatever is
 * not there or makes no sense is 0.
 *
 * @param width pixels
 * @param height pixels
 * @param length of a sound or video
 */
public record MediaLook(MediaFormat format, int width, int height, Duration length) {

  private static final int HEAD = 16;

  /**
   * Looks at a content.
   *
   * @param size bytes that it has
   * @throws IOException if it cannot be read
   */
  public static MediaLook at(MediaBytes bytes, long size) throws IOException {
    MediaFormat format = MediaFormat.of(bytes.read(0, HEAD));
    return switch (format) {
      case JPEG, PNG, GIF, BMP, WEBP -> PictureHeader.read(format, bytes);
      case MP4 -> Mp4Header.read(bytes, size);
      case MP3 -> new MediaLook(format, 0, 0, Mp3Header.length(bytes, size));
      case AMR, PDF, OTHER -> of(format);
    };
  }

  static MediaLook of(MediaFormat format) {
    return new MediaLook(format, 0, 0, Duration.ZERO);
  }
}
