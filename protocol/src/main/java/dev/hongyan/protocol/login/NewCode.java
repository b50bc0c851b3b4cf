// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.login;

import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.HostRole;
import dev.hongyan.protocol.LoginUuid;
import dev.hongyan.protocol.shape.Shape;
import dev.hongyan.protocol.wire.Exchange;
import dev.hongyan.protocol.wire.ReplyCodec;

/** Asks for a login uuid, the id behind the next QR code (protocol reference 3.1). */
public final class NewCode {

  /** The web client's own number. */
  public static final String WEB_APP = "wx782c26e4c19acffb";

  /** The call. */
  public static final Call<Request, Reply> CALL =
      Exchange.get("jslogin", HostRole.LOGIN)
          .at("/jslogin")
          .asks(
              new Request("", ""),
              (p, q) -> {
                Request read =
                    new Request(
                        p.query("appid", q.app, "appId"),
                        p.optionalQuery("redirect_uri", q.redirectUri));
                p.constantQuery("fun", "new");
                p.constantQuery("lang", p.language());
                p.constantQuery("_", Long.toString(p.now()));
                return read;
              })
          .answers(
              ReplyCodec.script(Reply.SHAPE, Reply::script)
                  // The service's own; the body is ASCII whatever the second line says.
                  .with("Content-Type", "text/html; charset=gbk"));

  private NewCode() {}

  /**
   * A wish for a code.
   *
   * @param app which application the phone shows, {@link #WEB_APP} for the web client
   * @param redirectUri where the confirmed login goes; may be empty
   */
  public record Request(String app, String redirectUri) {}

  /**
   * A code or none.
   *
   * @param code 200 if there is a uuid; what else it can be is not documented
   */
  public record Reply(int code, LoginUuid uuid) {

    private static final Shape<Reply> SHAPE =
        new Shape<>(
            new Reply(0, LoginUuid.NONE),
            (f, r) ->
                new Reply(
                    f.required().number("QRLogin.code", r.code),
                    f.word("QRLogin.uuid", r.uuid, LoginUuid::new, LoginUuid::value)));

    private String script() {
      return "window.QRLogin.code = %d; window.QRLogin.uuid = \"%s\";".formatted(code, uuid);
    }

    /** The server gives a code. */
    public static Reply of(LoginUuid uuid) {
      return new Reply(200, uuid);
    }

    /** The server gives none: unknown application, or too many codes (Appendix D). */
    public static Reply refused() {
      return new Reply(400, LoginUuid.NONE);
    }

    /** Whether there is a uuid to go on with. */
    public boolean isOk() {
      return code == 200 && uuid.isPresent();
    }
  }
}
