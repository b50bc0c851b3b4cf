// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.login;

import dev.hongyan.protocol.Answer;
import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.Findings;
import dev.hongyan.protocol.HostRole;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.Status;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.shape.Revision;
import dev.hongyan.protocol.shape.Shape;
import dev.hongyan.protocol.wire.Exchange;
import dev.hongyan.protocol.wire.ReplyCodec;
import java.util.Optional;

/** Ends the session (protocol reference 3.30). */
public final class Logout {

  private static final ReplyCodec<Reply> JSON =
      ReplyCodec.json(
          new Shape<>(
              new Reply(Status.OK),
              (f, r) -> new Reply(f.object("BaseResponse", Status.SHAPE, r.status))));

  /** The call. Real answers are redirects without a body; ours has one as well. */
  public static final Call<Request, Reply> CALL =
      Exchange.postOrGet("webwxlogout", HostRole.MAIN)
          .asks(
              new Request(0, Secret.NONE, Secret.NONE, false),
              (p, q) -> {
                p.constantQuery("redirect", "1");
                String type = p.query("type", q.forced ? "1" : "0");
                String skey = p.query("skey", q.skey.value());
                String sid = p.form("sid", q.sid.value());
                long uin = p.formNumber("uin", q.uin);
                return new Request(uin, new Secret(sid), new Secret(skey), type.equals("1"));
              })
          .answers(new LeavingCodec(JSON));

  private Logout() {}

  /**
   * The wish to leave.
   *
   * @param forced whether the session was lost rather than left: {@code type} 1
   */
  public record Request(long uin, Secret sid, Secret skey, boolean forced) {}

  /** Done. */
  public record Reply(Status status) implements Answer {}

  /** A redirect, with or without a body, means that all is well. */
  private static final class LeavingCodec implements ReplyCodec<Reply> {

    private final ReplyCodec<Reply> json;

    LeavingCodec(ReplyCodec<Reply> json) {
      this.json = json;
    }

    @Override
    public Reply read(WebReply reply, Findings findings) {
      boolean redirect = reply.status() >= 300 && reply.status() < 400;
      return redirect || reply.body().length() == 0
          ? new Reply(Status.OK)
          : json.read(reply, findings);
    }

    @Override
    public Optional<Shape<Reply>> shape() {
      return json.shape();
    }

    @Override
    public Optional<ReplyCodec<Reply>> revised(Revision revision) {
      return json.revised(revision).map(LeavingCodec::new);
    }

    @Override
    public WebReply write(Reply answer) {
      WebReply written = json.write(answer);
      // A refusal leads nowhere.
      return answer.status.isOk() ? new WebReply(301, written.headers(), written.body()) : written;
    }
  }
}
