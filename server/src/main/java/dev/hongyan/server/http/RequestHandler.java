// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.http;

import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.WebRequest;
import dev.hongyan.server.fault.Delivery;

/**
 * What answers requests, whatever brought them: a socket, a pipe in memory, a test.
 *
 * <p>Called by many threads at once, each call on a virtual thread of its own. A call may block for
 * as long as the protocol holds a poll; it waits through {@link dev.hongyan.time.Time} only. It is
 * interrupted when nobody waits for the answer any more: the client has gone, or the server stops.
 */
@FunctionalInterface
public interface RequestHandler {

  /**
   * Answers one request.
   *
   * @param source the address that the request came from, without port; for limits per source
   * @throws InterruptedException if the thread was interrupted and there is no answer
   */
  WebReply handle(WebRequest request, String source) throws InterruptedException;

  /**
   * Answers one request and says how the reply is to go out: whole, unless overridden.
   *
   * @throws InterruptedException if the thread was interrupted and there is no answer
   */
  default Delivery deliver(WebRequest request, String source) throws InterruptedException {
    return new Delivery.Whole(handle(request, source));
  }

  /**
   * Is told of bytes that never became a request: too long, too slow, malformed. The answer goes
   * out when this returns. Called on an I/O thread: must not block.
   *
   * @param status the HTTP status that is answered, 4xx or 5xx
   * @param reason one English sentence without anything that the peer sent
   */
  default void refused(int status, String reason, String source) {}
}
