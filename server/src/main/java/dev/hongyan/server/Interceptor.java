// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server;

import dev.hongyan.protocol.WebRequest;
import dev.hongyan.server.fault.Delivery;

/**
 * Stands between what brings requests and what answers them, in memory and over sockets alike: it
 * may look at a request and its reply, hold them up, or answer itself. What never became a request
 * does not come here.
 *
 * <p>Called by many threads at once, each on the thread of its request; it waits through {@link
 * dev.hongyan.time.Time} only.
 */
@FunctionalInterface
public interface Interceptor {

  /** Lets everything pass. */
  Interceptor NONE = (request, source, next) -> next.answer(request, source);

  /**
   * Answers one request, mostly by asking {@code next}.
   *
   * @param source address that it came from, without the port; {@link Server#MEMORY} without a
   *     socket
   * @throws InterruptedException if the client has gone or the server closes while it is held
   */
  Delivery intercept(WebRequest request, String source, Next next) throws InterruptedException;

  /** The server behind the interceptor. */
  @FunctionalInterface
  interface Next {

    /**
     * Answers as the server does, ordered misbehaviour included.
     *
     * @throws InterruptedException if the client has gone or the server closes while it is held
     */
    Delivery answer(WebRequest request, String source) throws InterruptedException;
  }
}
