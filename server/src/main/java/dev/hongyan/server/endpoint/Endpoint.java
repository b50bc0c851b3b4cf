// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.endpoint;

import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.WebReply;

/**
 * What the server does about one call of the protocol.
 *
 * @param <Q> what is asked
 * @param <R> what is answered
 */
interface Endpoint<Q, R> {

  /** The call, both directions of it. */
  Call<Q, R> call();

  /**
   * Answers a request that could be read.
   *
   * @throws InterruptedException if the client has gone or the server closes while it is held
   */
  WebReply answer(Q question, Visit visit) throws InterruptedException;

  /** What a request hears that could not be read. */
  R unreadable();
}
