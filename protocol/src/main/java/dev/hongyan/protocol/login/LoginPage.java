// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.login;

import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.Credentials;
import dev.hongyan.protocol.Findings;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.HostRole;
import dev.hongyan.protocol.LoginUuid;
import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.SetCookie;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.shape.Revision;
import dev.hongyan.protocol.shape.Shape;
import dev.hongyan.protocol.wire.Exchange;
import dev.hongyan.protocol.wire.Parameters;
import dev.hongyan.protocol.wire.ReplyCodec;
import dev.hongyan.protocol.wire.Unreadable;
import java.time.Instant;
import java.util.Optional;

/** Trades the confirmed login's ticket for credentials and cookies (protocol reference 3.4). */
public final class LoginPage {

  private static final Shape<Reply> SHAPE =
      new Shape<>(
          Reply.of(Credentials.NONE),
          (f, r) -> {
            var ret = new Retcode(f.required().result("ret", r.ret.code()));
            String message = f.text("message", r.message);
            if (!ret.isOk()) {
              return Reply.refused(ret, message);
            }
            var c = r.credentials;
            Secret skey = f.word("skey", c.skey(), Secret::new, Secret::value);
            Secret sid = f.word("wxsid", c.sid(), Secret::new, Secret::value);
            long uin = f.longNumber("wxuin", c.uin());
            Secret passTicket = f.word("pass_ticket", c.passTicket(), Secret::new, Secret::value);
            f.constant("isgrayscale", 1);
            return new Reply(ret, message, new Credentials(uin, sid, skey, passTicket));
          });

  /** The call. The server answers 301 instead of 200 unless {@link Request#isVersion2()}. */
  public static final Call<Request, Reply> CALL =
      Exchange.get("webwxnewloginpage", HostRole.MAIN)
          .asks(
              new Request(""),
              (p, q) -> {
                Request read = new Request(p.verbatimQuery(q.query));
                p.constantQuery("fun", "new");
                p.constantQuery("version", "v2");
                p.constantQuery("mod", p.mod());
                return read;
              })
          .answers(new PageCodec(ReplyCodec.xml("error", SHAPE)));

  private static final ReplyCodec<Reply> IN_CDATA = ReplyCodec.xmlInCdata("error", SHAPE);

  private LoginPage() {}

  /**
   * An answer whose texts stand in CDATA sections, for which one client of the file helper is
   * prepared (protocol reference 11).
   */
  public static WebReply answerInCdata(Reply reply) {
    return IN_CDATA.write(reply);
  }

  /**
   * The visit of the address that the poll gave.
   *
   * @param query raw query of that address; on a server all of the query, with what the client
   *     added
   */
  public record Request(String query) {

    /** The ticket, valid once and for a short time; empty if there is none. */
    public String ticket() {
      return parameter("ticket");
    }

    /** The login uuid that was confirmed. */
    public LoginUuid uuid() {
      return new LoginUuid(parameter("uuid"));
    }

    /** Whether the client wants a 200 with the XML rather than a 301 (protocol reference 3.4). */
    public boolean isVersion2() {
      return parameter("version").equals("v2");
    }

    /** Whether the client presents itself as the desktop profile (protocol reference 2.6). */
    public boolean isDesktop() {
      return parameter("mod").equals("desktop");
    }

    private String parameter(String name) {
      return Parameters.read(query).value(name).orElse("");
    }

    @Override
    public String toString() {
      return "login page";
    }
  }

  /**
   * Credentials or a refusal.
   *
   * @param message the refusal's words; empty on success
   */
  public record Reply(Retcode ret, String message, Credentials credentials) {

    /** The login is done. */
    public static Reply of(Credentials credentials) {
      return new Reply(Retcode.OK, "", credentials);
    }

    /** The account may not log in. */
    public static Reply refused(Retcode ret, String message) {
      return new Reply(ret, message, Credentials.NONE);
    }
  }

  /** XML; what it lacks of uin and sid stands in the cookies (protocol reference 2.6). */
  private static final class PageCodec implements ReplyCodec<Reply> {

    private final ReplyCodec<Reply> xml;

    PageCodec(ReplyCodec<Reply> xml) {
      this.xml = xml;
    }

    @Override
    public Reply read(WebReply reply, Findings findings) {
      Reply read = xml.read(reply, findings);
      return read.ret.isOk() ? Reply.of(complete(read.credentials, reply.headers())) : read;
    }

    private static Credentials complete(Credentials c, Headers headers) {
      Secret sid = c.sid().isPresent() ? c.sid() : new Secret(cookie(headers, "wxsid"));
      long uin = c.uin() != 0 ? c.uin() : number(cookie(headers, "wxuin"));
      if (!sid.isPresent() || uin == 0 || !c.skey().isPresent()) {
        String field = !sid.isPresent() ? "wxsid" : uin == 0 ? "wxuin" : "skey";
        throw new Unreadable(field, "is missing");
      }
      return new Credentials(uin, sid, c.skey(), c.passTicket());
    }

    private static String cookie(Headers headers, String name) {
      return headers.all("Set-Cookie").stream()
          .map(line -> SetCookie.parse(line, Instant.EPOCH))
          .flatMap(Optional::stream)
          .filter(c -> c.name().equals(name))
          .map(SetCookie::value)
          .findFirst()
          .orElse("");
    }

    private static long number(String digits) {
      return digits.matches("[0-9]{1,18}") ? Long.parseLong(digits) : 0;
    }

    @Override
    public Optional<Shape<Reply>> shape() {
      return xml.shape();
    }

    @Override
    public Optional<ReplyCodec<Reply>> revised(Revision revision) {
      return xml.revised(revision).map(PageCodec::new);
    }

    @Override
    public WebReply write(Reply answer) {
      return xml.write(answer);
    }
  }
}
