// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

import dev.hongyan.protocol.shape.Shape;

/**
 * A picture to send: one that was uploaded, or one that was received (protocol reference 3.13).
 *
 * @param mediaId what the upload gave; empty if it is forwarded
 * @param received unescaped XML of the received picture; empty if it was uploaded
 */
public record OutgoingPicture(String mediaId, String received, Envelope envelope)
    implements OutgoingMessage {

  private static final OutgoingPicture NONE = new OutgoingPicture("", "", Envelope.NONE);

  /** On the wire. */
  static final Shape<OutgoingPicture> SHAPE =
      new Shape<>(
          NONE,
          (f, p) -> {
            f.constant("Type", 3);
            String mediaId = f.text("MediaId", p.mediaId);
            String received = f.text("Content", p.received);
            return new OutgoingPicture(mediaId, received, p.envelope.pass(f));
          });

  /** One that was uploaded. */
  public static OutgoingPicture uploaded(String mediaId, Envelope envelope) {
    return new OutgoingPicture(mediaId, "", envelope);
  }

  /** One that was received. */
  public static OutgoingPicture forwarded(String xml, Envelope envelope) {
    return new OutgoingPicture("", xml, envelope);
  }

  /** Who to whom, and never what. */
  @Override
  public String toString() {
    return "picture " + envelope;
  }
}
