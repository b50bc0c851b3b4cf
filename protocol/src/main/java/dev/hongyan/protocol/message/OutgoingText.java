// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

import dev.hongyan.protocol.shape.Shape;

/**
 * A text to send, or a location to forward (protocol reference 3.12).
 *
 * @param content plain, not escaped, {@code \n} for line breaks; the unescaped XML of a location
 * @param isLocation whether it is that
 */
public record OutgoingText(String content, boolean isLocation, Envelope envelope)
    implements OutgoingMessage {

  private static final int TEXT = 1;
  private static final int LOCATION = 48;

  private static final OutgoingText NONE = new OutgoingText("", false, Envelope.NONE);

  /** On the wire. Clients write all kinds of types; only a location's makes a difference. */
  static final Shape<OutgoingText> SHAPE =
      new Shape<>(
          NONE,
          (f, t) -> {
            int type = f.number("Type", t.isLocation ? LOCATION : TEXT);
            String content = f.required().text("Content", t.content);
            return new OutgoingText(content, type == LOCATION, t.envelope.pass(f));
          });

  /** A text. */
  public static OutgoingText of(String content, Envelope envelope) {
    return new OutgoingText(content, false, envelope);
  }

  /** A location that was received. */
  public static OutgoingText location(String xml, Envelope envelope) {
    return new OutgoingText(xml, true, envelope);
  }

  /** Who to whom, and never what. */
  @Override
  public String toString() {
    return (isLocation ? "location " : "text ") + envelope;
  }
}
