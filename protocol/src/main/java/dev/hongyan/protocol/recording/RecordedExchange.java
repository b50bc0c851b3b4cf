// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.recording;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Findings;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.MalformedReplyException;
import dev.hongyan.protocol.SetCookie;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.shape.Shape;
import dev.hongyan.protocol.wire.ReplyCodec;
import dev.hongyan.protocol.wire.Unreadable;
import java.time.Instant;
import java.util.List;

/**
 * A request and its reply with nothing of anybody in them: one line of a recording.
 *
 * @param call wire name; empty for what is no call of the protocol
 * @param session what belongs together: the redacted session id, or login uuid; empty for neither
 * @param millis when it was asked, since the first of the recording
 * @param took milliseconds until it was answered
 * @param asked the request
 * @param answered the reply
 */
public record RecordedExchange(
    String call, String session, long millis, long took, Asked asked, Answered answered) {

  /** The version that is written, and the only one that is read. */
  public static final int VERSION = 1;

  /** The first line of a recording. */
  public static final String FIRST_LINE = "{\"hongyan-recording\":" + VERSION + "}";

  /**
   * A request.
   *
   * @param bytes of the body as it came
   */
  public record Asked(String method, String path, String query, String body, long bytes) {

    static final Asked NONE = new Asked("", "", "", "", 0);

    private static final Shape<Asked> SHAPE =
        new Shape<>(
            NONE,
            (f, a) ->
                new Asked(
                    f.text("method", a.method),
                    f.text("path", a.path),
                    f.optionalText("query", a.query),
                    f.optionalText("body", a.body),
                    f.longNumber("bytes", a.bytes)));
  }

  /**
   * A reply.
   *
   * @param status HTTP's; 0 if none came
   * @param type the content type
   * @param bytes of the body as it came
   * @param dropped why the body is not here; empty if it is
   * @param media what came in place of a text
   */
  public record Answered(
      int status,
      String type,
      List<Cookie> cookies,
      String body,
      long bytes,
      String dropped,
      RecordedMedia media) {

    static final Answered NONE = new Answered(0, "", List.of(), "", 0, "", RecordedMedia.NONE);

    private static final Shape<Answered> SHAPE =
        new Shape<>(
            NONE,
            (f, a) ->
                new Answered(
                    f.number("status", a.status),
                    f.optionalText("type", a.type),
                    f.optionalList("cookies", Cookie.SHAPE, a.cookies),
                    f.optionalText("body", a.body),
                    f.longNumber("bytes", a.bytes),
                    f.optionalText("dropped", a.dropped),
                    RecordedMedia.pass(f, a.media)));

    public Answered {
      cookies = List.copyOf(cookies);
    }

    /**
     * As it can be given again, cookies for whatever host asks. The picture of a login code lacks
     * its bytes: it has to be drawn for the code.
     */
    public WebReply reply() {
      WebReply plain = media.isPresent() ? media.reply(type, bytes) : text();
      Headers headers = plain.headers();
      for (Cookie cookie : cookies) {
        headers = headers.and("Set-Cookie", cookie.set().line());
      }
      return new WebReply(plain.status(), headers, plain.body());
    }

    private WebReply text() {
      Headers headers = type.isEmpty() ? Headers.NONE : Headers.NONE.and("Content-Type", type);
      return new WebReply(status, headers, Body.of(body));
    }
  }

  /** A cookie that was set, or cleared if it has no value. */
  public record Cookie(String name, String value) {

    private static final Shape<Cookie> SHAPE =
        new Shape<>(
            new Cookie("", ""),
            (f, c) -> new Cookie(f.required().text("name", c.name), f.text("value", c.value)));

    SetCookie set() {
      SetCookie cookie = SetCookie.of(name, value);
      return value.isEmpty() ? cookie.until(Instant.EPOCH) : cookie;
    }
  }

  private static final ReplyCodec<RecordedExchange> LINES =
      ReplyCodec.compactJson(
          new Shape<>(
              new RecordedExchange("", "", 0, 0, Asked.NONE, Answered.NONE),
              (f, e) ->
                  new RecordedExchange(
                      f.required().text("call", e.call),
                      f.text("session", e.session),
                      f.longNumber("millis", e.millis),
                      f.longNumber("took", e.took),
                      f.object("asked", Asked.SHAPE, e.asked),
                      f.object("answered", Answered.SHAPE, e.answered))));

  /** The line, without its end. */
  public String line() {
    return LINES.write(this).body().text();
  }

  /**
   * Reads a line.
   *
   * @throws MalformedReplyException if it is none
   */
  public static RecordedExchange parse(String line) {
    try {
      return LINES.read(new WebReply(200, Headers.NONE, Body.of(line)), Findings.IGNORED);
    } catch (Unreadable e) {
      throw new MalformedReplyException("recording", "", "has a line that is no exchange");
    }
  }

  /** The call only. */
  @Override
  public String toString() {
    return call;
  }
}
