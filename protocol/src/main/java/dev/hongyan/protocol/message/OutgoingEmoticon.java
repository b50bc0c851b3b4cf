// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

import dev.hongyan.protocol.shape.Shape;

/**
 * An emoticon to send: a GIF that was uploaded as a {@code doc}, or a sticker known by its MD5
 * (protocol reference 3.15).
 *
 * @param mediaId what the upload gave; empty if it is known by its MD5
 * @param md5 32 hex digits; empty if it was uploaded
 */
public record OutgoingEmoticon(String mediaId, String md5, Envelope envelope)
    implements OutgoingMessage {

  private static final OutgoingEmoticon NONE = new OutgoingEmoticon("", "", Envelope.NONE);

  /** On the wire. One client writes the type of a text, so none is believed. */
  static final Shape<OutgoingEmoticon> SHAPE =
      new Shape<>(
          NONE,
          (f, e) -> {
            f.constant("Type", 47);
            f.constant("EmojiFlag", 2);
            String mediaId = f.optionalText("MediaId", e.mediaId);
            String md5 = f.optionalText("EMoticonMd5", e.md5);
            return new OutgoingEmoticon(mediaId, md5, e.envelope.pass(f));
          });

  /** One that was uploaded. */
  public static OutgoingEmoticon uploaded(String mediaId, Envelope envelope) {
    return new OutgoingEmoticon(mediaId, "", envelope);
  }

  /** A sticker that the service knows. */
  public static OutgoingEmoticon known(String md5, Envelope envelope) {
    return new OutgoingEmoticon("", md5, envelope);
  }

  /** Who to whom, and never what. */
  @Override
  public String toString() {
    return "emoticon " + envelope;
  }
}
