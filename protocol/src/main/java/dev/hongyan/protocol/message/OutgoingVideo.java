// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

import dev.hongyan.protocol.shape.Shape;

/**
 * A video to send: one that was uploaded, or one that was received (protocol reference 3.14).
 *
 * @param mediaId what the upload gave; empty if it is forwarded
 * @param received unescaped XML of the received video; empty if it was uploaded
 * @param isShort whether it is a short video that is forwarded
 */
public record OutgoingVideo(String mediaId, String received, boolean isShort, Envelope envelope)
    implements OutgoingMessage {

  private static final int VIDEO = 43;
  private static final int SHORT_VIDEO = 62;

  private static final OutgoingVideo NONE = new OutgoingVideo("", "", false, Envelope.NONE);

  /** On the wire. */
  static final Shape<OutgoingVideo> SHAPE =
      new Shape<>(
          NONE,
          (f, v) -> {
            int type = f.number("Type", v.isShort ? SHORT_VIDEO : VIDEO);
            String mediaId = f.text("MediaId", v.mediaId);
            String received = f.text("Content", v.received);
            return new OutgoingVideo(mediaId, received, type == SHORT_VIDEO, v.envelope.pass(f));
          });

  /** One that was uploaded. */
  public static OutgoingVideo uploaded(String mediaId, Envelope envelope) {
    return new OutgoingVideo(mediaId, "", false, envelope);
  }

  /** One that was received. */
  public static OutgoingVideo forwarded(String xml, boolean isShort, Envelope envelope) {
    return new OutgoingVideo("", xml, isShort, envelope);
  }

  /** Who to whom, and never what. */
  @Override
  public String toString() {
    return "video " + envelope;
  }
}
