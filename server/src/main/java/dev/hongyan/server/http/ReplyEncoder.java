// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.http;

import static io.netty.handler.codec.http.HttpHeaderNames.CONNECTION;
import static io.netty.handler.codec.http.HttpHeaderNames.CONTENT_ENCODING;
import static io.netty.handler.codec.http.HttpHeaderNames.CONTENT_LENGTH;
import static io.netty.handler.codec.http.HttpHeaderNames.DATE;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.WebRequest;
import dev.hongyan.server.http.Arrival.Refusal;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Set;

/**
 * Turns replies into Netty's. The header lines are those of the reply, in its order, doubled names
 * included; to them come {@code Date}, the length, and what belongs to the connection. Safe for use
 * by many threads.
 */
final class ReplyEncoder {

  /** What describes the connection and the framing is ours to say. */
  private static final Set<String> OURS =
      Set.of("connection", "content-length", "transfer-encoding", "keep-alive", "upgrade");

  /** Protocol reference 1.4, to the letter. */
  private static final String HSTS = "max-age=31536000 ; includeSubDomains";

  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final InstantSource now;
  private volatile Second date = new Second(Instant.EPOCH, HTTP_DATE.format(Instant.EPOCH));

  private record Second(Instant instant, String text) {}

  ReplyEncoder(InstantSource now) {
    this.now = now;
  }

  /**
   * A whole response, or the head of one whose body is to be streamed.
   *
   * @param reusable whether the connection serves another request afterwards
   * @throws IllegalArgumentException if the reply can't be said in HTTP: a status outside 200 to
   *     599, a line break in a header
   */
  HttpResponse encode(Arrival.Request arrival, WebReply reply, boolean reusable) {
    if (reply.status() < 200 || reply.status() > 599) {
      throw new IllegalArgumentException("no final status: " + reply.status());
    }
    WebRequest request = arrival.request();
    boolean zip = Gzip.suits(request.headers(), reply.headers(), reply.body());
    Body body = zip ? Gzip.compress(reply.body()) : reply.body();
    boolean bare = reply.status() == 204 || reply.status() == 304;

    HttpHeaders headers = DefaultHttpHeadersFactory.headersFactory().newHeaders();
    copy(reply.headers(), headers);
    if (zip) {
      headers.set(CONTENT_ENCODING, HttpHeaderValues.GZIP);
    }
    if (isApi(request)) {
      headers.set("Strict-Transport-Security", HSTS);
    }
    if (!bare) {
      headers.set(CONTENT_LENGTH, body.length());
    }
    if (!reusable) {
      headers.set(CONNECTION, HttpHeaderValues.CLOSE);
    } else if (!arrival.modern()) {
      headers.set(CONNECTION, HttpHeaderValues.KEEP_ALIVE);
    }
    boolean silent = bare || request.method().equals("HEAD");
    return silent || body.isInMemory()
        ? response(reply.status(), headers, silent ? Body.EMPTY : body)
        : head(reply.status(), headers);
  }

  /** The answer to what is no request: one line of text, after which the connection ends. */
  FullHttpResponse encode(Refusal refusal) {
    Body body = Body.of(refusal.reason() + "\n");
    HttpHeaders headers = DefaultHttpHeadersFactory.headersFactory().newHeaders();
    headers.set("Content-Type", "text/plain;charset=utf-8");
    headers.set(CONTENT_LENGTH, body.length());
    headers.set(CONNECTION, HttpHeaderValues.CLOSE);
    return response(refusal.status(), headers, body);
  }

  private HttpResponse head(int status, HttpHeaders headers) {
    addDate(headers);
    return new DefaultHttpResponse(
        HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status), headers);
  }

  private FullHttpResponse response(int status, HttpHeaders headers, Body body) {
    addDate(headers);
    ByteBuf content = Unpooled.wrappedBuffer(body.bytes());
    return new DefaultFullHttpResponse(
        HttpVersion.HTTP_1_1,
        HttpResponseStatus.valueOf(status),
        content,
        headers,
        EmptyHttpHeaders.INSTANCE);
  }

  private void addDate(HttpHeaders headers) {
    if (!headers.contains(DATE)) {
      headers.set(DATE, date());
    }
  }

  private static void copy(Headers from, HttpHeaders to) {
    for (Headers.Header line : from.lines()) {
      if (!OURS.contains(line.name().toLowerCase(Locale.ROOT))) {
        to.add(line.name(), line.value());
      }
    }
  }

  /**
   * The pages for people are left out: a browser would refuse plain HTTP on localhost for a year.
   */
  private static boolean isApi(WebRequest request) {
    return request.scheme().equals("https")
        && (request.path().startsWith("/cgi-bin/") || request.path().equals("/jslogin"));
  }

  private String date() {
    Instant second = now.instant().truncatedTo(ChronoUnit.SECONDS);
    Second known = date;
    if (!known.instant.equals(second)) {
      known = new Second(second, HTTP_DATE.format(second));
      date = known;
    }
    return known.text;
  }
}
