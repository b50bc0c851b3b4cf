// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.login;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.HostRole;
import dev.hongyan.protocol.LoginUuid;
import dev.hongyan.protocol.shape.Shape;
import dev.hongyan.protocol.wire.Exchange;
import dev.hongyan.protocol.wire.ReplyCodec;
import dev.hongyan.protocol.wire.Unreadable;
import java.util.Base64;
import java.util.Optional;

/** The held question whether the phone has scanned and confirmed (protocol reference 3.3). */
public final class LoginPoll {

  /** The call. */
  public static final Call<Request, Reply> CALL =
      Exchange.get("login", HostRole.LOGIN)
          .asks(
              new Request(LoginUuid.NONE, false, false),
              (p, q) -> {
                String icon = p.query("loginicon", q.wantsAvatar ? "true" : "false");
                LoginUuid uuid = new LoginUuid(p.plainQuery("uuid", q.uuid.value()));
                String tip = p.query("tip", q.first ? "1" : "0");
                p.constantQuery("r", Long.toString(~(int) p.now()));
                p.constantQuery("_", Long.toString(p.now()));
                p.constantQuery("appid", p.app());
                return new Request(uuid, tip.equals("1"), icon.equals("true"));
              })
          .answers(
              ReplyCodec.script(
                  new Shape<Reply>(
                      new Waiting(),
                      (f, r) ->
                          Reply.of(
                              // No code at all counts as one that is unknown (2.3).
                              f.result("code", 0),
                              f.text("userAvatar", ""),
                              f.text("redirect_uri", ""))),
                  Reply::script));

  private LoginPoll() {}

  /**
   * A poll.
   *
   * @param first whether nobody was seen scanning yet: {@code tip} 1
   * @param wantsAvatar whether the answer to a scan shall hold the person's picture
   */
  public record Request(LoginUuid uuid, boolean first, boolean wantsAvatar) {}

  /** What the phone has done (protocol reference 2.3). */
  public sealed interface Reply {

    private static Reply of(int code, String avatar, String redirectUri) {
      return switch (code) {
        case 408 -> new Waiting();
        case 201 -> new Scanned(Avatar.ofDataUrl(avatar));
        case 200 ->
            new Confirmed(
                RedirectUri.parse(redirectUri)
                    .orElseThrow(() -> new Unreadable("redirect_uri", "is no address")));
        case 202 -> new Cancelled();
        case 400 -> new Expired();
        default -> new Unexpected(code);
      };
    }

    private static String script(Reply reply) {
      return switch (reply) {
        case Waiting _ -> "window.code=408;";
        case Scanned(Optional<Avatar> avatar) ->
            "window.code=201;"
                + avatar.map(a -> "window.userAvatar = '" + a.dataUrl() + "';").orElse("");
        case Confirmed(RedirectUri uri) ->
            "window.code=200;\nwindow.redirect_uri=\"" + uri.address() + "\";";
        case Cancelled _ -> "window.code=202;";
        case Expired _ -> "window.code=400;";
        case Unexpected(int code) -> "window.code=" + code + ";";
      };
    }
  }

  /** 408: nothing happened while the poll was held. */
  public record Waiting() implements Reply {}

  /** 201: scanned, not yet confirmed. */
  public record Scanned(Optional<Avatar> avatar) implements Reply {}

  /** 200: confirmed. */
  public record Confirmed(RedirectUri redirectUri) implements Reply {}

  /** 202: the person pressed cancel. */
  public record Cancelled() implements Reply {}

  /** 400: the uuid is too old or unknown. */
  public record Expired() implements Reply {}

  /** Any other code: 500 is trouble at the service; the web client starts over. */
  public record Unexpected(int code) implements Reply {}

  /** The picture of who scanned. */
  public record Avatar(Body bytes) {

    private static final String PREFIX = "data:img/jpg;base64,";

    static Optional<Avatar> ofDataUrl(String url) {
      int comma = url.indexOf(',');
      if (!url.startsWith("data:") || comma < 0) {
        return Optional.empty();
      }
      try {
        byte[] bytes = Base64.getMimeDecoder().decode(url.substring(comma + 1));
        return bytes.length == 0 ? Optional.empty() : Optional.of(new Avatar(Body.of(bytes)));
      } catch (IllegalArgumentException _) {
        return Optional.empty();
      }
    }

    String dataUrl() {
      return PREFIX + Base64.getEncoder().encodeToString(bytes.bytes());
    }
  }
}
