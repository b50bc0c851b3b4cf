// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.login;

import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.HostRole;
import dev.hongyan.protocol.LoginUuid;
import dev.hongyan.protocol.WebApp;
import dev.hongyan.protocol.shape.Shape;
import dev.hongyan.protocol.wire.Exchange;
import dev.hongyan.protocol.wire.PercentCode;
import dev.hongyan.protocol.wire.ReplyCodec;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks for a login uuid, the id behind the next QR code (protocol reference 3.1). */
public final class NewCode {

  /** The web client's own number. */
  public static final String WEB_APP = WebApp.WEB.id();

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
   * @param redirectUri where the confirmed login goes; may be empty, and may still be
   *     percent-encoded: most clients of the file helper encode it twice (protocol reference 11)
   */
  public record Request(String app, String redirectUri) {

    /** The host of an address, with the port if there is one. */
    private static final Pattern HOST =
        Pattern.compile("https?://(?<host>[A-Za-z0-9.-]{1,253})(?::[0-9]{1,5})?(?:[/?#].*)?");

    /** The same wish with its address encoded once more. */
    public Request encodedTwice() {
      return new Request(app, PercentCode.encode(redirectUri));
    }

    /** The host that the address names, lower case, however often it is encoded; or empty. */
    public String host() {
      return hostOf(redirectUri).or(() -> hostOf(PercentCode.decode(redirectUri))).orElse("");
    }

    private static Optional<String> hostOf(String address) {
      return Optional.of(HOST.matcher(address))
          .filter(Matcher::matches)
          .map(found -> found.group("host").toLowerCase(Locale.ROOT));
    }
  }

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
                    f.required().result("QRLogin.code", r.code),
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
