// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.shape.Shape;

/**
 * A file to send (protocol reference 3.16).
 *
 * @param signature what the check before the upload of a large file gave; else none
 */
public record OutgoingFile(FileCard card, Secret signature, Envelope envelope)
    implements OutgoingMessage {

  static final OutgoingFile NONE = new OutgoingFile(FileCard.NONE, Secret.NONE, Envelope.NONE);

  /**
   * On the wire. The type is 6, which one client writes as a text.
   *
   * @param appId attribute of the XML
   */
  static Shape<OutgoingFile> shape(String appId) {
    return new Shape<>(
        NONE,
        (f, file) -> {
          f.constant("Type", 6);
          String xml = f.required().text("Content", FileCard.write(file.card, appId));
          Envelope envelope = file.envelope.pass(f);
          String signature = f.optionalText("Signature", file.signature.value());
          return new OutgoingFile(FileCard.read(xml), new Secret(signature), envelope);
        });
  }

  /** One that needed no check. */
  public static OutgoingFile of(FileCard card, Envelope envelope) {
    return new OutgoingFile(card, Secret.NONE, envelope);
  }

  /** Who to whom, and never what. */
  @Override
  public String toString() {
    return "file " + envelope;
  }
}
