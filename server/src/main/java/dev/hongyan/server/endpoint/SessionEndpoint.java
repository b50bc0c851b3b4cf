// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.endpoint;

import dev.hongyan.protocol.BaseRequest;
import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.Status;
import dev.hongyan.protocol.WebReply;
import java.util.EnumSet;
import java.util.Set;

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
   * Whether it is counted elsewhere how often this is done: the world alone can tell a send from
   * its repetition, which is free; some calls count a part of what they do, or say no in words of
   * their own.
   */
  default boolean countsItself() {
    return false;
  }

  /** What the web page says with a call beside its cookies. */
  enum Needed {
    /** Without it only the cookies name the session: a warning. */
    SID,
    /** Without it the call makes no sense. */
    SKEY,
    /** Without it the service answers all the same: a warning. */
    PASS_TICKET,
    /** The web page draws one for each request; nobody checks it: a warning. */
    DEVICE_ID
  }

  /** What a question says about who asks, and what it should say. */
  record Claim(BaseRequest base, Secret passTicket, Set<Needed> needs) {

    /** The usual: all of it. */
    static Claim of(BaseRequest base, Secret passTicket) {
      return new Claim(base, passTicket, EnumSet.allOf(Needed.class));
    }

    boolean needs(Needed part) {
      return needs.contains(part);
    }
  }

  @Override
  default WebReply answer(Q question, Visit visit) throws InterruptedException {
    return switch (check().resolve(claim(question), visit)) {
      case SessionCheck.Known(Guest guest) ->
          check()
              .dressed(
                  countsItself() || check().allows(guest)
                      ? answer(question, guest)
                      : call().answer(refused(Status.of(Retcode.TOO_FREQUENT))),
                  guest);
      case SessionCheck.Unknown(Retcode ret) -> call().answer(refused(Status.of(ret)));
    };
  }

  @Override
  default R unreadable() {
    return refused(Status.of(Retcode.REQUEST_UNREADABLE));
  }
}
