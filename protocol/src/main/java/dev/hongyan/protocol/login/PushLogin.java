// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.login;

import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.HostRole;
import dev.hongyan.protocol.LoginUuid;
import dev.hongyan.protocol.shape.Shape;
import dev.hongyan.protocol.wire.Exchange;
import dev.hongyan.protocol.wire.ReplyCodec;

/**
 * Asks for a login that the phone confirms without a scan; the cookies of an earlier login prove
 * who asks (protocol reference 2.7, 3.5).
 */
public final class PushLogin {

  /** The call. */
  public static final Call<Request, Reply> CALL =
      Exchange.get("webwxpushloginurl", HostRole.MAIN)
          .asks(
              new Request(0),
              (p, q) -> {
                long uin = p.queryNumber("uin", q.uin);
                p.constantQuery("mod", p.mod());
                return new Request(uin);
              })
          .answers(
              ReplyCodec.compactJson(
                  new Shape<>(
                      Reply.refused("1", ""),
                      (f, r) ->
                          new Reply(
                              f.required().resultText("ret", r.ret),
                              f.text("msg", r.message),
                              f.word("uuid", r.uuid, LoginUuid::new, LoginUuid::value)))));

  private PushLogin() {}

  /** Who wants to log in again. */
  public record Request(long uin) {}

  /**
   * A uuid to poll, or none.
   *
   * @param ret {@code "0"} for success; a text on the wire
   */
  public record Reply(String ret, String message, LoginUuid uuid) {

    /** The phone has been asked. */
    public static Reply of(LoginUuid uuid) {
      return new Reply("0", "all ok", uuid);
    }

    /** The phone was not asked. */
    public static Reply refused(String ret, String message) {
      return new Reply(ret, message, LoginUuid.NONE);
    }

    /** Whether there is a uuid to poll. */
    public boolean isOk() {
      return ret.equals("0") && uuid.isPresent();
    }
  }
}
