// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.sync;

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

/** Tells that the client is ready, or that a chat was read (protocol reference 3.7). */
public final class StatusNotify {

  /** The web client is ready; makes the server push the list of chats. */
  public static final int READY = 3;

  /** A chat was read. */
  public static final int READ = 1;

  /** The call. */
  public static final Call<Request, Reply> CALL =
      Exchange.post("webwxstatusnotify", HostRole.MAIN)
          .asks(
              Request.NONE,
              (p, q) -> {
                Secret passTicket = p.passTicket(q.passTicket);
                return p.json(Request.SHAPE, q).withPassTicket(passTicket);
              })
          .answers(
              ReplyCodec.json(
                  new Shape<>(
                      new Reply(Status.OK, MessageId.NONE),
                      (f, r) ->
                          new Reply(
                              f.required().object("BaseResponse", Status.SHAPE, r.status),
                              new MessageId(f.digits("MsgID", r.id.value()))))));

  private StatusNotify() {}

  /**
   * The note.
   *
   * @param to the account itself for {@link #READY}, the chat for {@link #READ}
   */
  public record Request(
      BaseRequest base,
      Secret passTicket,
      int code,
      UserName from,
      UserName to,
      ClientMessageId clientId) {

    private static final Request NONE =
        new Request(
            BaseRequest.NONE, Secret.NONE, 0, UserName.NONE, UserName.NONE, ClientMessageId.NONE);

    private static final Shape<Request> SHAPE =
        new Shape<>(
            NONE,
            (f, q) ->
                new Request(
                    f.required().object("BaseRequest", BaseRequest.SHAPE, q.base),
                    q.passTicket,
                    f.number("Code", q.code),
                    f.word("FromUserName", q.from, UserName::new, UserName::value),
                    f.word("ToUserName", q.to, UserName::new, UserName::value),
                    f.word(
                        "ClientMsgId", q.clientId, ClientMessageId::new, ClientMessageId::value)));

    private Request withPassTicket(Secret ticket) {
      return new Request(base, ticket, code, from, to, clientId);
    }
  }

  /** Noted, or a refusal without an id. */
  public record Reply(Status status, MessageId id) implements Answer {}
}
