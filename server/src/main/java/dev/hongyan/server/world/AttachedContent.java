// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A content that is little more than its attachment. */
public sealed interface AttachedContent extends Content {

  /** It. */
  Attachment file();

  @Override
  default Optional<Attachment> attachment() {
    return Optional.of(file());
  }

  /** A picture. */
  record Picture(Attachment file) implements AttachedContent {}

  /** Something said into the phone. */
  record Voice(Attachment file, Duration length) implements AttachedContent {}

  /**
   * A video.
   *
   * @param brief whether it is one of the short ones that were a kind of their own until 2017
   * @param cover a picture of it, if the phone has made one
   */
  record Video(Attachment file, Duration length, boolean brief, Optional<Media> cover)
      implements AttachedContent {

    @Override
    public List<Media> media() {
      return Stream.concat(Stream.of(file.media()), cover.stream()).toList();
    }
  }

  /** A sticker that is sent as a picture. */
  record Emoticon(Attachment file) implements AttachedContent {}

  /** A file of any kind. */
  record File(Attachment file) implements AttachedContent {

    @Override
    public String text() {
      return file.name();
    }
  }
}
