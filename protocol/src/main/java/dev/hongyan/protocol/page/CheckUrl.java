// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.page;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.Findings;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.HostRole;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.wire.Exchange;
import dev.hongyan.protocol.wire.PercentCode;
import dev.hongyan.protocol.wire.ReplyCodec;
import dev.hongyan.protocol.wire.Unreadable;
import java.util.Optional;

/**
 * Guards a link that a person follows: the service sends the browser on, or warns (protocol
 * reference 3.31).
 */
public final class CheckUrl {

  /** The call. */
  public static final Call<Request, Reply> CALL =
      Exchange.get("webwxcheckurl", HostRole.MAIN)
          .asks(
              new Request("", Secret.NONE, "", Secret.NONE, UserName.NONE),
              (p, q) -> {
                String link = p.query("requrl", q.link);
                Secret skey = p.skey(q.skey);
                String deviceId = p.query("deviceid", q.deviceId, "deviceId");
                String passTicket = p.query("pass_ticket", q.passTicket.value(), "passTicket");
                p.constantQuery("opcode", "2");
                p.constantQuery("scene", "1");
                String self = p.query("username", q.self.value());
                return new Request(
                    link, skey, deviceId, new Secret(passTicket), new UserName(self));
              })
          .answers(new GuardCodec());

  private CheckUrl() {}

  /**
   * Which link, and who follows it.
   *
   * @param link anything at all: a server must not send a browser to what is no web address
   */
  public record Request(
      String link, Secret skey, String deviceId, Secret passTicket, UserName self) {

    /** Never the link: it may be anybody's secret. */
    @Override
    public String toString() {
      return "link of " + self;
    }
  }

  /** Where the browser is sent. */
  public sealed interface Reply {

    /** On to the link. */
    record Onward(String link) implements Reply {

      /** Never the link. */
      @Override
      public String toString() {
        return "onward";
      }
    }

    /** Nowhere: it shows this page, which is HTML. */
    record Warning(Body page) implements Reply {}
  }

  private static final class GuardCodec implements ReplyCodec<Reply> {

    @Override
    public Reply read(WebReply reply, Findings findings) {
      Optional<String> location = reply.headers().first("Location");
      if (reply.status() >= 300 && reply.status() < 400 && location.isPresent()) {
        return new Reply.Onward(location.get());
      }
      if (reply.status() != 200) {
        throw new Unreadable("has status " + reply.status());
      }
      return new Reply.Warning(reply.body());
    }

    @Override
    public WebReply write(Reply answer) {
      return switch (answer) {
        case Reply.Onward(String link) ->
            new WebReply(
                302, Headers.NONE.and("Location", PercentCode.mendAddress(link)), Body.EMPTY);
        case Reply.Warning(Body page) ->
            new WebReply(200, Headers.NONE.and("Content-Type", "text/html;charset=utf-8"), page);
      };
    }
  }
}
