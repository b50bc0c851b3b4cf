// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.media;

import dev.hongyan.protocol.Body;
import java.time.Instant;
import java.util.Optional;

/**
 * What a download answers (protocol reference 3.20 to 3.24).
 *
 * @param contentType as the server labels it, which is not always right: a GIF comes as a JPEG
 * @param bytes nothing where the media is not there yet, has expired or cannot be had
 * @param range which bytes these are, if not all
 * @param about what else the headers tell
 */
public record Media(String contentType, Body bytes, Optional<ContentRange> range, Headings about) {

  /**
   * What headers tell about media.
   *
   * @param fileName as the server writes it: it may hold anything, paths included; empty for none
   * @param tag names this version of the bytes, quotes included; empty for none
   * @param maxAge seconds for which it may be kept, 0 for no word about it
   */
  public record Headings(String fileName, Optional<Instant> lastModified, String tag, int maxAge) {

    /** Nothing. */
    public static final Headings NONE = new Headings("", Optional.empty(), "", 0);

    /** The seven days of pictures. */
    public static final int WEEK = 604_800;

    /** Nothing that names people. */
    @Override
    public String toString() {
      return "modified " + lastModified.map(Instant::toString).orElse("sometime");
    }
  }

  /** Nothing, as the service answers about media that it does not have: 200 and no byte. */
  public static final Media NONE = of("image/jpeg", Body.EMPTY);

  /** All of it. */
  public static Media of(String contentType, Body bytes) {
    return new Media(contentType, bytes, Optional.empty(), Headings.NONE);
  }

  /** A part of it. */
  public static Media of(String contentType, Body whole, ContentRange range) {
    return new Media(
        contentType, whole.slice(range.first(), range.length()), Optional.of(range), Headings.NONE);
  }

  /** The same, with more to tell. */
  public Media with(Headings headings) {
    return new Media(contentType, bytes, range, headings);
  }

  /** Whether there is anything. */
  public boolean isPresent() {
    return bytes.length() > 0;
  }
}
