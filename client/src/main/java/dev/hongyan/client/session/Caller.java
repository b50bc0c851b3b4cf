// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.session;

import dev.hongyan.client.http.CookieJar;
import dev.hongyan.client.http.Hosts;
import dev.hongyan.client.http.HttpTransport;
import dev.hongyan.client.http.Profile;
import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.CallContext;
import dev.hongyan.protocol.HostRole;
import dev.hongyan.protocol.MalformedReplyException;
import dev.hongyan.protocol.TransportException;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.WebRequest;
import dev.hongyan.protocol.media.ContentRange;
import dev.hongyan.protocol.media.Media;
import java.io.IOException;
import java.time.InstantSource;

/** Makes calls of one account: the border between the transport and the protocol. */
public final class Caller {

  /** From here on a status tells of trouble, not of the service's own answer. */
  private static final int FIRST_ERROR_STATUS = 400;

  private final HttpTransport transport;
  private final Profile profile;
  private final InstantSource clock;
  private final CookieJar cookies;

  public Caller(HttpTransport transport, Profile profile, InstantSource clock, CookieJar cookies) {
    this.transport = transport;
    this.profile = profile;
    this.clock = clock;
    this.cookies = cookies;
  }

  /** The account's cookies. */
  public CookieJar cookies() {
    return cookies;
  }

  /** As what we present ourselves. */
  public Profile profile() {
    return profile;
  }

  /**
   * Makes one call and reads its reply.
   *
   * @throws TransportException if nobody answered, or somebody other than the service
   * @throws MalformedReplyException if the answer makes no sense
   */
  public <Q, R> R ask(Call<Q, R> call, Q question, Hosts hosts) throws InterruptedException {
    WebRequest request = request(call, question, hosts);
    WebReply reply = exchange(call, request);
    cookies.take(request, reply.headers());
    requireService(call, reply);
    return call.reply(reply);
  }

  private <Q> WebRequest request(Call<Q, ?> call, Q question, Hosts hosts) {
    CallContext context =
        new CallContext(clock.millis(), profile.language(), profile.mod(), profile.app());
    return withHeaders(call.request(question, hosts.origin(call.role()), context), hosts);
  }

  /**
   * Makes one call that brings media, and lets them flow into a sink.
   *
   * @throws TransportException if nobody answered, the answer broke off, or somebody other than the
   *     service answered
   * @throws MalformedReplyException if the answer is no media
   * @throws java.io.UncheckedIOException if the sink fails
   */
  public <Q> void fetch(Call<Q, Media> call, Q question, Hosts hosts, MediaSink sink)
      throws InterruptedException {
    WebRequest request = request(call, question, hosts);
    try {
      WebReply head =
          transport.exchange(
              request, CallLimits.MEDIA, reply -> sink.open(call.reply(announced(call, reply))));
      cookies.take(request, head.headers());
    } catch (IOException e) {
      throw new TransportException(call.name(), String.valueOf(e.getMessage()), e);
    }
  }

  /** The reply with a body of the length that its head tells, in place of the one to come. */
  private static WebReply announced(Call<?, ?> call, WebReply head) {
    requireService(call, head);
    long length =
        head.headers()
            .first("Content-Length")
            .filter(digits -> digits.matches("[0-9]{1,18}"))
            .map(Long::parseLong)
            .or(() ->
                head.headers()
                    .first("Content-Range")
                    .flatMap(ContentRange::parse)
                    .map(ContentRange::length))
            .orElse(0L);
    Body.Source notYet =
        () -> {
          throw new IOException("flows into a sink");
        };
    return new WebReply(head.status(), head.headers(), Body.of(length, notYet));
  }

  private static void requireService(Call<?, ?> call, WebReply reply) {
    if (reply.status() >= FIRST_ERROR_STATUS) {
      throw new TransportException(call.name(), "answered with HTTP status " + reply.status());
    }
  }

  private WebReply exchange(Call<?, ?> call, WebRequest request) throws InterruptedException {
    try {
      return transport.exchange(request, CallLimits.of(call));
    } catch (IOException e) {
      throw new TransportException(call.name(), String.valueOf(e.getMessage()), e);
    }
  }

  private WebRequest withHeaders(WebRequest request, Hosts hosts) {
    return request.with(
        profile
            .headers()
            .and(request.headers())
            .and("Referer", hosts.origin(HostRole.MAIN) + "/")
            .and(cookies.header(request)));
  }
}
