// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

import dev.hongyan.protocol.message.AppMessage.Attachment;
import dev.hongyan.protocol.message.AppMessage.Head;

/**
 * A file (protocol reference 3.23, 5.8).
 *
 * @param name as the sender chose it: any text at all, path tricks included
 * @param size bytes, 0 if not told
 * @param mediaId handle for the download, empty if not told
 * @param encodedName the name percent-encoded, for the download; empty if not told
 * @param extension without a dot, empty if not told
 */
public record FileShare(
    String name, long size, String mediaId, String encodedName, String extension)
    implements MessageKind {

  static final int APP_TYPE = 6;

  static FileShare of(AppMessage app, MediaFields media) {
    Attachment attached = app.attachment();
    long told = digits(media.fileSize());
    return new FileShare(
        app.head().title(),
        told > 0 ? told : Math.max(attached.size(), 0),
        media.mediaId().isEmpty() ? attached.id() : media.mediaId(),
        media.encodedFileName(),
        attached.extension());
  }

  Draft draft(WireStyle style, String sender) {
    Draft draft = app().draft(sender).file(size, mediaId, encodedName);
    return style.media() instanceof WireStyle.MediaContent.Empty ? draft.rawContent("") : draft;
  }

  private AppMessage app() {
    return AppMessage.of(APP_TYPE, Head.of(name, ""))
        .withAttachment(new Attachment(size, mediaId, extension));
  }

  private static long digits(String text) {
    // Eighteen digits always fit.
    return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
  }

  /** The size only: names are people's words. */
  @Override
  public String toString() {
    return "file of " + size + " bytes";
  }
}
