// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.contact;

import dev.hongyan.client.event.SessionEnd;
import dev.hongyan.client.session.Retry;
import dev.hongyan.client.session.Session;
import dev.hongyan.client.session.Session.Keys;
import dev.hongyan.protocol.Answer;
import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.MalformedReplyException;
import dev.hongyan.protocol.Retcode.Policy;
import dev.hongyan.protocol.TransportException;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes calls that change people or rooms, whose refusal is an answer like any other. */
final class Wishes {

  private static final Logger LOG = LoggerFactory.getLogger(Wishes.class);
  private static final int TRIES = 3;

  private final Session session;
  private final Retry retry;

  Wishes(Session session, Retry retry) {
    this.session = session;
    this.retry = retry;
  }

  /**
   * A wish that is the same when it is said twice: it is repeated if no answer comes.
   *
   * @return the answer, or nothing if none came that makes sense
   */
  <Q, R extends Answer> Optional<R> repeat(Call<Q, R> call, Function<Keys, Q> question)
      throws InterruptedException {
    return ask(TRIES, call, question);
  }

  /** A wish that must not be said twice. */
  <Q, R extends Answer> Optional<R> once(Call<Q, R> call, Function<Keys, Q> question)
      throws InterruptedException {
    return ask(1, call, question);
  }

  private <Q, R extends Answer> Optional<R> ask(
      int tries, Call<Q, R> call, Function<Keys, Q> question) throws InterruptedException {
    if (!session.profile().knowsContacts()) {
      throw new UnsupportedOperationException("this kind of client has no contacts");
    }
    try {
      R answer = retry.run(tries, () -> session.ask(call, question));
      if (answer.status().policy() == Policy.SESSION_OVER) {
        session.end(new SessionEnd.ByServer(answer.status().ret()));
      }
      return Optional.of(answer);
    } catch (TransportException | MalformedReplyException e) {
      LOG.warn("{} may or may not have been done: {}", call.name(), e.getMessage());
      return Optional.empty();
    }
  }
}
