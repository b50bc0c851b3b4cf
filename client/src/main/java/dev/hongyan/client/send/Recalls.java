// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.send;

import dev.hongyan.client.event.SessionEnd;
import dev.hongyan.client.message.RecallOutcome;
import dev.hongyan.client.session.Retry;
import dev.hongyan.client.session.Session;
import dev.hongyan.protocol.ClientMessageId;
import dev.hongyan.protocol.MalformedReplyException;
import dev.hongyan.protocol.MessageId;
import dev.hongyan.protocol.Status;
import dev.hongyan.protocol.TransportException;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.message.RecallMessage;

/** Takes back what was sent (protocol reference 3.25). */
public final class Recalls {

  private static final int TRIES = 4;

  private final Session session;
  private final ClientIds ids;
  private final Retry retry;

  public Recalls(Session session, ClientIds ids, Retry retry) {
    this.session = session;
    this.ids = ids;
    this.retry = retry;
  }

  /** Takes back a message of this chat. */
  public RecallOutcome recall(UserName chat, MessageId message) throws InterruptedException {
    ClientMessageId id = ids.next();
    try {
      Status status =
          retry
              .run(
                  TRIES,
                  () ->
                      session.ask(
                          RecallMessage.CALL,
                          keys ->
                              new RecallMessage.Request(
                                  keys.base(), keys.passTicket(), message, chat, id)))
              .status();
      return outcome(status);
    } catch (TransportException | MalformedReplyException _) {
      return new RecallOutcome.Unknown();
    }
  }

  private RecallOutcome outcome(Status status) {
    return switch (status.policy()) {
      case SUCCESS -> new RecallOutcome.Recalled();
      case SESSION_OVER -> {
        session.end(new SessionEnd.ByServer(status.ret()));
        yield new RecallOutcome.Refused(status.ret(), status.text());
      }
      case LOGIN_REFUSED, THROTTLED, TARGET_PROBLEM, CALL_FAILED ->
          new RecallOutcome.Refused(status.ret(), status.text());
    };
  }
}
