// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

import dev.hongyan.protocol.Answer;
import dev.hongyan.protocol.BaseRequest;
import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.ClientMessageId;
import dev.hongyan.protocol.HostRole;
import dev.hongyan.protocol.MessageId;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.Status;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.shape.Shape;
import dev.hongyan.protocol.wire.Exchange;
import dev.hongyan.protocol.wire.ReplyCodec;

/** Takes a message back within two minutes (protocol reference 3.25). */
public final class RecallMessage {

  /** The call. */
  public static final Call<Request, Reply> CALL =
      Exchange.post("webwxrevokemsg", HostRole.MAIN)
          .asks(
              Request.NONE,
              (p, q) -> {
                Secret passTicket = p.passTicket(q.passTicket);
                return p.json(Request.SHAPE, q).withPassTicket(passTicket);
              })
          .answers(
              ReplyCodec.json(
                  new Shape<>(
                      Reply.refused(Status.OK),
                      (f, r) ->
                          new Reply(
                              f.required().object("BaseResponse", Status.SHAPE, r.status),
                              f.text("Introduction", r.introduction),
                              f.text("SysWording", r.wording)))));

  private RecallMessage() {}

  /**
   * Which message.
   *
   * @param id what the sending gave
   * @param to whom it went to
   * @param clientId of the recall itself
   */
  public record Request(
      BaseRequest base, Secret passTicket, MessageId id, UserName to, ClientMessageId clientId) {

    private static final Request NONE =
        new Request(
            BaseRequest.NONE, Secret.NONE, MessageId.NONE, UserName.NONE, ClientMessageId.NONE);

    private static final Shape<Request> SHAPE =
        new Shape<>(
            NONE,
            (f, q) ->
                new Request(
                    f.required().object("BaseRequest", BaseRequest.SHAPE, q.base),
                    q.passTicket,
                    new MessageId(f.required().digits("SvrMsgId", q.id.value())),
                    f.required().word("ToUserName", q.to, UserName::new, UserName::value),
                    f.word(
                        "ClientMsgId", q.clientId, ClientMessageId::new, ClientMessageId::value)));

    private Request withPassTicket(Secret ticket) {
      return new Request(base, ticket, id, to, clientId);
    }
  }

  /**
   * It is gone, or it stays.
   *
   * @param introduction a sentence about the two minutes
   * @param wording empty as a rule
   */
  public record Reply(Status status, String introduction, String wording) implements Answer {

    /** It stays. */
    public static Reply refused(Status status) {
      return new Reply(status, "", "");
    }
  }
}
