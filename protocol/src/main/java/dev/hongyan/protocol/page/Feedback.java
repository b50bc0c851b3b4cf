// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.page;

import dev.hongyan.protocol.BaseRequest;
import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.HostRole;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.StatusReply;
import dev.hongyan.protocol.shape.Shape;
import dev.hongyan.protocol.wire.Exchange;
import dev.hongyan.protocol.wire.ReplyCodec;

/** Tells the service what a person thinks of it (protocol reference 3.34). */
public final class Feedback {

  /** The call. */
  public static final Call<Request, StatusReply> CALL =
      Exchange.post("webwxsendfeedback", HostRole.MAIN)
          .asks(
              Request.NONE,
              (p, q) -> {
                Secret passTicket = p.passTicket(q.passTicket);
                return p.json(Request.SHAPE, q).withPassTicket(passTicket);
              })
          .answers(ReplyCodec.json(StatusReply.SHAPE));

  private Feedback() {}

  /** The words. */
  public record Request(BaseRequest base, Secret passTicket, String content) {

    private static final Request NONE = new Request(BaseRequest.NONE, Secret.NONE, "");

    private static final Shape<Request> SHAPE =
        new Shape<>(
            NONE,
            (f, q) -> {
              BaseRequest base = f.required().object("BaseRequest", BaseRequest.SHAPE, q.base);
              f.constant("MachineType", "webwx");
              String content = f.text("Content", q.content);
              f.constant("ReportType", 0);
              return new Request(base, q.passTicket, content);
            });

    private Request withPassTicket(Secret ticket) {
      return new Request(base, ticket, content);
    }

    /** The length only: people's words. */
    @Override
    public String toString() {
      return "feedback of " + content.length() + " characters";
    }
  }
}
