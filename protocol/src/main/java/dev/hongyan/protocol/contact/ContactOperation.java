// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.contact;

import dev.hongyan.protocol.BaseRequest;
import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.HostRole;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.StatusReply;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.shape.Shape;
import dev.hongyan.protocol.wire.Exchange;
import dev.hongyan.protocol.wire.ReplyCodec;

/** Gives somebody a remark, or pins a chat (protocol reference 3.26). */
public final class ContactOperation {

  /** Sets the remark. */
  public static final int REMARK = 2;

  /** Pins the chat to the top of the list, or takes it off. */
  public static final int PIN = 3;

  /** The call. The change itself comes back with the next sync. */
  public static final Call<Request, StatusReply> CALL =
      Exchange.post("webwxoplog", HostRole.MAIN)
          .asks(
              Request.NONE,
              (p, q) -> {
                Secret passTicket = p.passTicket(q.passTicket);
                return p.json(Request.SHAPE, q).withPassTicket(passTicket);
              })
          .answers(ReplyCodec.json(StatusReply.SHAPE));

  private ContactOperation() {}

  /**
   * The change.
   *
   * @param command {@link #REMARK} or {@link #PIN}; any other is unknown
   * @param isPinned of {@link #PIN} only
   * @param remark the new one, or for {@link #PIN} the present one: leaving it out erases it
   */
  public record Request(
      BaseRequest base,
      Secret passTicket,
      UserName userName,
      int command,
      boolean isPinned,
      String remark) {

    private static final Request NONE =
        new Request(BaseRequest.NONE, Secret.NONE, UserName.NONE, 0, false, "");

    private static final Shape<Request> SHAPE =
        new Shape<>(
            NONE,
            (f, q) -> {
              BaseRequest base = f.required().object("BaseRequest", BaseRequest.SHAPE, q.base);
              UserName name =
                  f.required().word("UserName", q.userName, UserName::new, UserName::value);
              int command = f.number("CmdId", q.command);
              boolean pinned = command != REMARK && f.bit("OP", q.isPinned);
              return new Request(
                  base, q.passTicket, name, command, pinned, f.text("RemarkName", q.remark));
            });

    /** A new remark. */
    public static Request remark(
        BaseRequest base, Secret passTicket, UserName userName, String remark) {
      return new Request(base, passTicket, userName, REMARK, false, remark);
    }

    /** A chat to the top, or off it, that keeps its remark. */
    public static Request pin(
        BaseRequest base, Secret passTicket, UserName userName, boolean pinned, String remark) {
      return new Request(base, passTicket, userName, PIN, pinned, remark);
    }

    private Request withPassTicket(Secret ticket) {
      return new Request(base, ticket, userName, command, isPinned, remark);
    }

    /** Whom, and never the remark. */
    @Override
    public String toString() {
      return "operation " + command + " on " + userName;
    }
  }
}
