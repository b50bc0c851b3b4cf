// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.endpoint;

import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.Status;
import dev.hongyan.protocol.StatusReply;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.page.Feedback;
import dev.hongyan.server.world.Breach;
import dev.hongyan.server.world.Messages;

/** Hears what a person thinks of the service and keeps none of it (protocol reference 3.34). */
record FeedbackEndpoint(SessionCheck check, Violations violations)
    implements SessionEndpoint<Feedback.Request, StatusReply> {

  @Override
  public Call<Feedback.Request, StatusReply> call() {
    return Feedback.CALL;
  }

  @Override
  public Claim claim(Feedback.Request question) {
    return Claim.of(question.base(), question.passTicket());
  }

  @Override
  public StatusReply refused(Status status) {
    return new StatusReply(status);
  }

  @Override
  public WebReply answer(Feedback.Request question, Guest guest) {
    if (guest.isFileHelper()) {
      violations.addUnusual(guest);
    }
    if (question.content().isBlank()) {
      violations.add(Breach.MISSING_FIELD, guest, "Content");
      return call().answer(refused(Status.of(Retcode.PARAMETER_ERROR)));
    }
    if (question.content().length() > Messages.TEXT_LIMIT) {
      violations.add(Breach.TEXT_TOO_LONG, guest, "Content");
      return call()
          .answer(
              refused(
                  new Status(Retcode.PARAMETER_ERROR, Wording.of(guest.account()).textTooLong())));
    }
    return call().answer(StatusReply.OK);
  }
}
