// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.send;

import dev.hongyan.client.event.SessionEnd;
import dev.hongyan.client.message.SendOutcome;
import dev.hongyan.client.message.SendOutcome.Refused;
import dev.hongyan.client.message.SendOutcome.Sent;
import dev.hongyan.client.message.SendOutcome.Unknown;
import dev.hongyan.client.session.Retry;
import dev.hongyan.client.session.Session;
import dev.hongyan.client.store.OutboxStore;
import dev.hongyan.client.store.Outgoing;
import dev.hongyan.protocol.ClientMessageId;
import dev.hongyan.protocol.MalformedReplyException;
import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.TransportException;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.message.Envelope;
import dev.hongyan.protocol.message.OutgoingText;
import dev.hongyan.protocol.message.SendReply;
import dev.hongyan.protocol.message.SendRequest;
import dev.hongyan.protocol.message.SendText;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends messages: keeps each before the first try and repeats it until its outcome is known. */
public final class Outbox {

  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

  /** The web client tries a send four times in all (protocol reference 2.4). */
  private static final int TRIES = 4;

  /** "Too frequent" lasts from minutes to hours (protocol reference 7.1). */
  private static final Duration COOL_DOWN = Duration.ofMinutes(5);

  /** For this long a server can be hoped to know a repeated message (protocol reference 3.0). */
  private static final Duration REPEATABLE = Duration.ofMinutes(10);

  private final Session session;
  private final OutboxStore store;
  private final ClientIds ids;
  private final Pacer pacer;
  private final Retry retry;
  private final InstantSource clock;

  public Outbox(
      Session session,
      OutboxStore store,
      ClientIds ids,
      Pacer pacer,
      Retry retry,
      InstantSource clock) {
    this.session = session;
    this.store = store;
    this.ids = ids;
    this.pacer = pacer;
    this.retry = retry;
    this.clock = clock;
  }

  /**
   * Sends a text and waits for its outcome. If the thread is interrupted meanwhile, the message is
   * repeated at the next start.
   */
  public SendOutcome send(UserName to, String text) throws InterruptedException {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("an empty text cannot be sent");
    }
    boolean mayRepeat = ids.mayRepeat();
    String id = ids.next().value();
    Optional<SendOutcome> before =
        store.outcome(id).filter(o -> mayRepeat && !(o instanceof Unknown));
    if (before.isPresent()) {
      return before.get();
    }
    Outgoing message = new Outgoing(id, session.id(), to.value(), text, clock.instant());
    store.add(message);
    return settle(message);
  }

  /** Repeats what the process was sending when it ended, as far as that still makes sense. */
  public void settleLeftOvers() throws InterruptedException {
    Instant oldest = clock.instant().minus(REPEATABLE);
    for (Outgoing message : store.unsettled()) {
      if (message.session().equals(session.id()) && message.since().isAfter(oldest)) {
        var ignored = settle(message);
      } else {
        store.settle(message.clientId(), new Unknown());
      }
    }
  }

  private SendOutcome settle(Outgoing message) throws InterruptedException {
    pacer.await();
    SendOutcome outcome = outcome(message);
    store.settle(message.clientId(), outcome);
    return outcome;
  }

  private SendOutcome outcome(Outgoing message) throws InterruptedException {
    try {
      return read(retry.run(TRIES, () -> ask(message)));
    } catch (TransportException | MalformedReplyException e) {
      LOG.warn("message {} may or may not have arrived: {}", message.clientId(), e.getMessage());
      return new Unknown();
    }
  }

  private SendReply ask(Outgoing message) throws InterruptedException {
    return session.ask(
        SendText.CALL,
        keys ->
            new SendRequest<>(
                keys.base(),
                keys.passTicket(),
                OutgoingText.of(
                    message.text(),
                    new Envelope(
                        keys.self(),
                        new UserName(message.chat()),
                        new ClientMessageId(message.clientId())))));
  }

  private SendOutcome read(SendReply reply) {
    Retcode ret = reply.status().ret();
    switch (ret.policy()) {
      case SUCCESS -> {
        return new Sent(reply.id());
      }
      case SESSION_OVER -> session.end(new SessionEnd.ByServer(ret));
      case THROTTLED -> pacer.rest(COOL_DOWN);
      case LOGIN_REFUSED, TARGET_PROBLEM, CALL_FAILED -> {
        // Only this message has failed.
      }
    }
    return new Refused(ret, reply.status().text());
  }
}
