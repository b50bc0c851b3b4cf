// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.recording;

import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.media.ContentRange;
import dev.hongyan.protocol.media.FileDownload;
import dev.hongyan.protocol.media.Media;
import dev.hongyan.protocol.media.Media.Headings;
import dev.hongyan.protocol.shape.Fields;
import java.util.Optional;

/**
 * What a recording keeps of bytes: of what kind they were, and which of how many.
 *
 * @param kind a picture's, a sound's …; {@link #CODE} for that of a login code; empty for no media
 * @param range which bytes came, as HTTP says it; empty for all
 * @param name redacted name of a file; empty for none
 */
public record RecordedMedia(String kind, String range, String name) {

  /** None. */
  public static final RecordedMedia NONE = new RecordedMedia("", "", "");

  /** The picture of a login code. */
  public static final String CODE = "code";

  /** As much as any upload, so that a line that lies fills no memory and no disk. */
  private static final long LARGEST = 1L << 30;

  static RecordedMedia pass(Fields f, RecordedMedia media) {
    return new RecordedMedia(
        f.optionalText("media", media.kind),
        f.optionalText("range", media.range),
        f.optionalText("name", media.name));
  }

  static RecordedMedia of(Media media, String redactedName) {
    return new RecordedMedia(
        InventedMedia.of(media.bytes(), media.contentType()).word(),
        media.range().map(ContentRange::header).orElse(""),
        redactedName);
  }

  /** Whether there is any. */
  public boolean isPresent() {
    return !kind.isEmpty();
  }

  /** Whether it is the picture of a login code. */
  public boolean isCode() {
    return kind.equals(CODE);
  }

  /** Bytes of this kind, as the download answers them. */
  WebReply reply(String type, long bytes) {
    InventedMedia invented = InventedMedia.named(kind).orElse(InventedMedia.DATA);
    Headings about = new Headings(name, Optional.empty(), "", 0);
    Optional<ContentRange> part = ContentRange.parse(range).filter(r -> total(r) <= LARGEST);
    Media media =
        part.map(r -> Media.of(type, invented.bytes(total(r)), r))
            .orElseGet(() -> Media.of(type, invented.bytes(Math.clamp(bytes, 0, LARGEST))));
    return FileDownload.CALL.answer(media.with(about));
  }

  private static long total(ContentRange range) {
    return range.total() == ContentRange.UNKNOWN ? range.last() + 1 : range.total();
  }
}
