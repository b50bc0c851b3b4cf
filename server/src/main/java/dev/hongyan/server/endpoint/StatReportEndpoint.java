// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.endpoint;

import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.Status;
import dev.hongyan.protocol.StatusReply;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.page.StatReport;
import java.util.EnumSet;

/**
 * Hears what a page reports about clicks and forgets it (protocol reference 3.33). Nobody reads
 * such an answer, so all that counts is who asks.
 */
record StatReportEndpoint(SessionCheck check)
    implements SessionEndpoint<StatReport.Request, StatusReply> {

  @Override
  public Call<StatReport.Request, StatusReply> call() {
    return StatReport.CALL;
  }

  /** The page leaves its key out of the body. */
  @Override
  public Claim claim(StatReport.Request question) {
    return new Claim(
        question.base(), question.passTicket(), EnumSet.complementOf(EnumSet.of(Needed.SKEY)));
  }

  @Override
  public StatusReply refused(Status status) {
    return new StatusReply(status);
  }

  @Override
  public WebReply answer(StatReport.Request question, Guest guest) {
    return call().answer(StatusReply.OK);
  }
}
