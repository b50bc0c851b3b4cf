// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

import dev.hongyan.protocol.Answer;
import dev.hongyan.protocol.ClientMessageId;
import dev.hongyan.protocol.MessageId;
import dev.hongyan.protocol.Status;
import dev.hongyan.protocol.shape.Shape;

/**
 * The server's id for a message that was sent, or a refusal (protocol reference 3.12).
 *
 * @param clientId the sender's own id again
 */
public record SendReply(Status status, MessageId id, ClientMessageId clientId) implements Answer {

  /** On the wire. */
  static final Shape<SendReply> SHAPE =
      new Shape<>(
          refused(Status.OK),
          (f, r) -> {
            Status status = f.required().object("BaseResponse", Status.SHAPE, r.status);
            var ids = status.isOk() ? f.required() : f;
            return new SendReply(
                status,
                new MessageId(ids.digits("MsgID", r.id.value())),
                f.word("LocalID", r.clientId, ClientMessageId::new, ClientMessageId::value));
          });

  /** It was not taken. */
  public static SendReply refused(Status status) {
    return new SendReply(status, MessageId.NONE, ClientMessageId.NONE);
  }
}
