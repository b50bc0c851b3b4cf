// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.send;

import dev.hongyan.client.event.SessionEnd;
import dev.hongyan.client.message.SendOutcome;
import dev.hongyan.client.message.SendOutcome.Refused;
import dev.hongyan.client.message.SendOutcome.Sent;
import dev.hongyan.client.message.SendOutcome.Unknown;
import dev.hongyan.client.session.Retry;
import dev.hongyan.client.session.Session;
import dev.hongyan.client.store.Outgoing;
import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.ClientMessageId;
import dev.hongyan.protocol.MalformedReplyException;
import dev.hongyan.protocol.Status;
import dev.hongyan.protocol.TransportException;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.message.Envelope;
import dev.hongyan.protocol.message.OutgoingMessage;
import dev.hongyan.protocol.message.SendReply;
import dev.hongyan.protocol.message.SendRequest;
import java.time.Duration;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the calls that send, and reads what becomes of them. */
final class Post {

  private static final Logger LOG = LoggerFactory.getLogger(Post.class);

  /** The web client tries a send four times in all (protocol reference 2.4). */
  private static final int TRIES = 4;

  /** "Too frequent" lasts from minutes to hours (protocol reference 7.1). */
  private static final Duration COOL_DOWN = Duration.ofMinutes(5);

  private final Session session;
  private final Retry retry;
  private final Pacer pacer;

  Post(Session session, Retry retry, Pacer pacer) {
    this.session = session;
    this.retry = retry;
    this.pacer = pacer;
  }

  /** Sends a message of one's own, again and again if nobody answers. */
  <M extends OutgoingMessage> SendOutcome send(
      Call<SendRequest<M>, SendReply> call, Outgoing message, Function<Envelope, M> content)
      throws InterruptedException {
    return send(call, message, content, false);
  }

  /** The same with one that was received. */
  <M extends OutgoingMessage> SendOutcome forward(
      Call<SendRequest<M>, SendReply> call, Outgoing message, Function<Envelope, M> content)
      throws InterruptedException {
    return send(call, message, content, true);
  }

  private <M extends OutgoingMessage> SendOutcome send(
      Call<SendRequest<M>, SendReply> call,
      Outgoing message,
      Function<Envelope, M> content,
      boolean isForwarded)
      throws InterruptedException {
    ClientMessageId id = new ClientMessageId(message.clientId());
    UserName chat = new UserName(message.chat());
    try {
      SendReply reply =
          retry.run(
              TRIES,
              () ->
                  session.ask(
                      call,
                      keys ->
                          new SendRequest<>(
                              keys.base(),
                              keys.passTicket(),
                              content.apply(new Envelope(keys.self(), chat, id)),
                              isForwarded)));
      return reply.status().isOk() ? new Sent(reply.id()) : refused(reply.status());
    } catch (TransportException | MalformedReplyException e) {
      LOG.warn("message {} may or may not have arrived: {}", id, e.getMessage());
      return new Unknown();
    }
  }

  /** Draws the consequences of a refusal, which go beyond the message. */
  SendOutcome refused(Status status) {
    switch (status.policy()) {
      case SESSION_OVER -> session.end(new SessionEnd.ByServer(status.ret()));
      case THROTTLED -> pacer.rest(COOL_DOWN);
      case SUCCESS, LOGIN_REFUSED, TARGET_PROBLEM, CALL_FAILED -> {
        // Only this message has failed.
      }
    }
    return new Refused(status.ret(), status.text());
  }
}
