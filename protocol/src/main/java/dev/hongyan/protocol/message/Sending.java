// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

import dev.hongyan.protocol.BaseRequest;
import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.HostRole;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.shape.Shape;
import dev.hongyan.protocol.wire.Exchange;
import dev.hongyan.protocol.wire.Parts;
import dev.hongyan.protocol.wire.ReplyCodec;
import java.util.function.Consumer;
import java.util.function.Function;

/** What all calls that send have in common (protocol reference 3.12 to 3.16). */
final class Sending {

  private Sending() {}

  /** A call with nothing more in its query. */
  static <M extends OutgoingMessage> Call<SendRequest<M>, SendReply> call(
      String name, Shape<M> message) {
    return call(name, p -> {}, message.neutral(), p -> message);
  }

  /**
   * A call.
   *
   * @param first writes what stands first in the query
   * @param shape how the message looks, which may depend on who sends it
   */
  static <M extends OutgoingMessage> Call<SendRequest<M>, SendReply> call(
      String name, Consumer<Parts> first, M neutral, Function<Parts, Shape<M>> shape) {
    SendRequest<M> nothing = new SendRequest<>(BaseRequest.NONE, Secret.NONE, neutral);
    return Exchange.post(name, HostRole.MAIN)
        .asks(
            nothing,
            (p, q) -> {
              first.accept(p);
              Secret passTicket = p.passTicket(q.passTicket());
              Shape<M> message = shape.apply(p);
              Shape<SendRequest<M>> body =
                  new Shape<>(nothing, (f, request) -> SendRequest.pass(f, message, request));
              return p.json(body, q).withPassTicket(passTicket);
            })
        .answers(ReplyCodec.json(SendReply.SHAPE));
  }

  /** What stands first in the query of most media. */
  static void asynchronous(Parts p) {
    p.constantQuery("fun", "async");
    p.constantQuery("f", "json");
  }
}
