// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

import dev.hongyan.protocol.BaseRequest;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.shape.Fields;
import dev.hongyan.protocol.shape.Shape;

/**
 * A message and who sends it: the question of every call that sends (protocol reference 3.12).
 *
 * @param isForwarded whether the message was received before: {@code Scene} 2
 */
public record SendRequest<M extends OutgoingMessage>(
    BaseRequest base, Secret passTicket, M message, boolean isForwarded) {

  private static final int FORWARD = 2;

  /** A message of one's own. */
  public SendRequest(BaseRequest base, Secret passTicket, M message) {
    this(base, passTicket, message, false);
  }

  /** The members, with a message of this shape. */
  static <M extends OutgoingMessage> SendRequest<M> pass(
      Fields f, Shape<M> shape, SendRequest<M> q) {
    BaseRequest base = f.required().object("BaseRequest", BaseRequest.SHAPE, q.base);
    M message = f.required().object("Msg", shape, q.message);
    int scene = f.number("Scene", q.isForwarded ? FORWARD : 0);
    return new SendRequest<>(base, q.passTicket, message, scene == FORWARD);
  }

  SendRequest<M> withPassTicket(Secret ticket) {
    return new SendRequest<>(base, ticket, message, isForwarded);
  }
}
