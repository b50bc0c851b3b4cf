// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.endpoint;

import dev.hongyan.protocol.BaseRequest;
import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.Status;
import dev.hongyan.protocol.WebReply;

/**
 * A call that needs a session: who makes it is settled before it is answered (protocol reference
 * 3.0, "Bad session").
 */
interface SessionEndpoint<Q, R> extends Endpoint<Q, R> {

  /** What the question says about who asks. */
  Claim claim(Q question);

  /** The answer that carries nothing but why. */
  R refused(Status status);

  /** Answers somebody who may ask. */
  WebReply answer(Q question, Guest guest) throws InterruptedException;

  /** Where claims are checked. */
  SessionCheck check();

  /**
   * What a question says about who asks.
   *
   * @param skeyNeeded whether it makes no sense without a key
   * @param passTicketNeeded whether the web page sends a pass ticket with this call
   */
  record Claim(BaseRequest base, Secret passTicket, boolean skeyNeeded, boolean passTicketNeeded) {

    /** The usual: key and pass ticket both. */
    static Claim of(BaseRequest base, Secret passTicket) {
      return new Claim(base, passTicket, true, true);
    }
  }

  @Override
  default WebReply answer(Q question, Visit visit) throws InterruptedException {
    return switch (check().resolve(claim(question), visit)) {
      case SessionCheck.Known(Guest guest) -> answer(question, guest);
      case SessionCheck.Unknown(Retcode ret) -> call().answer(refused(Status.of(ret)));
    };
  }

  @Override
  default R unreadable() {
    return refused(Status.of(Retcode.REQUEST_UNREADABLE));
  }
}
