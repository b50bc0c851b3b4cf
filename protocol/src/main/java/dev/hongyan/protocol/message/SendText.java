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

/** Sends a text (protocol reference 3.12). */
public final class SendText {

  /** The call. */
  public static final Call<Request, Reply> CALL =
      Exchange.post("webwxsendmsg", HostRole.MAIN)
          .asks(
              Request.NONE,
              (p, q) -> {
                p.constantQuery("lang", p.language());
                String passTicket =
                    p.optionalQuery("pass_ticket", q.passTicket.value(), "passTicket");
                Request read = p.json(Request.SHAPE, q);
                return new Request(read.base, new Secret(passTicket), read.text);
              })
          .answers(
              ReplyCodec.json(
                  new Shape<>(
                      Reply.refused(Status.OK),
                      (f, r) -> {
                        Status status = f.required().object("BaseResponse", Status.SHAPE, r.status);
                        var ids = status.isOk() ? f.required() : f;
                        return new Reply(
                            status,
                            new MessageId(ids.digits("MsgID", r.id.value())),
                            f.word(
                                "LocalID",
                                r.clientId,
                                ClientMessageId::new,
                                ClientMessageId::value));
                      })));

  private SendText() {}

  /** A text and who sends it. */
  public record Request(BaseRequest base, Secret passTicket, OutgoingText text) {

    private static final Request NONE =
        new Request(BaseRequest.NONE, Secret.NONE, OutgoingText.NONE);

    private static final Shape<Request> SHAPE =
        new Shape<>(
            NONE,
            (f, q) -> {
              Request read =
                  new Request(
                      f.required().object("BaseRequest", BaseRequest.SHAPE, q.base),
                      q.passTicket,
                      f.required().object("Msg", OutgoingText.SHAPE, q.text));
              f.constant("Scene", 0);
              return read;
            });
  }

  /**
   * The text itself.
   *
   * @param content plain, not escaped, {@code \n} for line breaks
   * @param clientId the sender's own id; the same one again is the same message
   */
  public record OutgoingText(String content, UserName from, UserName to, ClientMessageId clientId) {

    /** Who to whom, and never what. */
    @Override
    public String toString() {
      return "text " + clientId + " from " + from + " to " + to;
    }

    private static final OutgoingText NONE =
        new OutgoingText("", UserName.NONE, UserName.NONE, ClientMessageId.NONE);

    private static final Shape<OutgoingText> SHAPE =
        new Shape<>(
            NONE,
            (f, t) -> {
              f.constant("Type", 1);
              String content = f.required().text("Content", t.content);
              UserName from = f.word("FromUserName", t.from, UserName::new, UserName::value);
              UserName to = f.required().word("ToUserName", t.to, UserName::new, UserName::value);
              String local = f.text("LocalID", t.clientId.value());
              String client = f.text("ClientMsgId", t.clientId.value());
              return new OutgoingText(
                  content, from, to, new ClientMessageId(client.isEmpty() ? local : client));
            });
  }

  /** The server's id for it, or a refusal. */
  public record Reply(Status status, MessageId id, ClientMessageId clientId) implements Answer {

    /** It was not taken. */
    public static Reply refused(Status status) {
      return new Reply(status, MessageId.NONE, ClientMessageId.NONE);
    }
  }
}
