// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.http;

import static io.netty.handler.codec.http.HttpHeaderNames.TRANSFER_ENCODING;

import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.WebRequest;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.AsciiString;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts the decoded pieces of one connection together to requests. Belongs to the connection's event
 * loop.
 */
final class RequestReader {

  private final Limits limits;
  private final Budget memory;
  private final Budget disk;
  private final String local;
  private final boolean secure;

  /** The request that is being read; null between two. */
  private @Nullable Unfinished unfinished;

  private boolean refused;

  private record Unfinished(
      HttpRequest head, RequestTarget target, BodyBuffer body, long announced, boolean modern) {}

  /**
   * @param local our own address and port, for clients that name no host
   * @param secure whether the connection is TLS
   */
  RequestReader(Limits limits, Budget memory, Budget disk, String local, boolean secure) {
    this.limits = limits;
    this.memory = memory;
    this.disk = disk;
    this.local = local;
    this.secure = secure;
  }

  /** Takes the next piece, which it doesn't release, and gives what is complete with it. */
  Optional<Arrival> read(HttpObject piece) {
    if (refused) {
      return Optional.empty();
    }
    try {
      return take(piece).map(request -> request);
    } catch (RefusalException e) {
      refused = true;
      drop();
      return Optional.of(e.refusal());
    }
  }

  /** Whether the headers of a request are here and its body isn't. */
  boolean inBody() {
    return unfinished != null;
  }

  /** Bytes announced for the body that is being read, 0 if unknown. */
  long announced() {
    return unfinished == null ? 0 : unfinished.announced;
  }

  /** Whether the client sends the body only when told to. */
  boolean expectsContinue() {
    return unfinished != null && HttpUtil.is100ContinueExpected(unfinished.head);
  }

  /** Forgets the unfinished request. */
  void drop() {
    if (unfinished != null) {
      unfinished.body.drop();
      unfinished = null;
    }
  }

  private Optional<Arrival.Request> take(HttpObject piece) throws RefusalException {
    if (piece.decoderResult().isFailure()) {
      throw malformed(piece.decoderResult().cause());
    }
    if (piece instanceof HttpRequest head) {
      begin(head);
    }
    if (piece instanceof HttpContent content && unfinished != null) {
      unfinished.body.add(content.content());
    }
    return piece instanceof LastHttpContent && unfinished != null
        ? Optional.of(finish(unfinished))
        : Optional.empty();
  }

  private void begin(HttpRequest head) throws RefusalException {
    if (head.protocolVersion().majorVersion() != 1) {
      throw new RefusalException(505, "This server speaks HTTP/1.1 and HTTP/1.0.");
    }
    boolean modern = head.protocolVersion().minorVersion() > 0;
    if (!only(HttpHeaderValues.CONTINUE, head.headers().getAll(HttpHeaderNames.EXPECT))) {
      throw new RefusalException(417, "The only expectation that is met is 100-continue.");
    }
    if (!only(HttpHeaderValues.CHUNKED, head.headers().getAll(TRANSFER_ENCODING))) {
      throw new RefusalException(501, "The only transfer encoding that is known is chunked.");
    }
    RequestTarget target =
        RequestTarget.of(
            head.uri(), head.headers().getAll(HttpHeaderNames.HOST), modern, local, secure);
    int limit = limits.body().applyAsInt(target.path());
    long announced = HttpUtil.getContentLength(head, -1L);
    if (announced > limit) {
      throw new RefusalException(413, "The body is longer than " + limit + " bytes.");
    }
    int most = announced < 0 ? limit : (int) announced;
    boolean spooling = limits.spooling().test(target.path());
    BodyBuffer body =
        new BodyBuffer(memory, disk, spooling ? Math.min(most, Limits.IN_MEMORY) : most, most);
    unfinished = new Unfinished(head, target, body, Math.max(0, announced), modern);
  }

  private Arrival.Request finish(Unfinished done) {
    HttpRequest head = done.head;
    WebRequest request =
        new WebRequest(
            head.method().name(),
            secure ? "https" : "http",
            done.target.authority(),
            done.target.path(),
            done.target.query(),
            headers(head),
            done.body.body());
    unfinished = null;
    return new Arrival.Request(request, HttpUtil.isKeepAlive(head), done.modern, done.body);
  }

  private static boolean only(AsciiString allowed, List<String> values) {
    return values.stream().allMatch(allowed::contentEqualsIgnoreCase);
  }

  private static Headers headers(HttpRequest head) {
    return new Headers(head.headers().entries().stream().map(RequestReader::header).toList());
  }

  private static Headers.Header header(Map.Entry<String, String> line) {
    return new Headers.Header(line.getKey(), line.getValue());
  }

  private RefusalException malformed(Throwable cause) {
    return switch (Objects.requireNonNull(cause)) {
      case TooLongHttpLineException _ ->
          new RefusalException(
              414, "The request line is longer than " + limits.requestLine() + " bytes.");
      case TooLongHttpHeaderException _ ->
          new RefusalException(431, "The headers are longer than " + limits.headers() + " bytes.");
      default -> new RefusalException(400, "This is not HTTP.");
    };
  }
}
