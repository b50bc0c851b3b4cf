// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.http;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.Headers.Header;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.WebRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;

/** A transport over {@code java.net.http}. */
final class JdkTransport implements HttpTransport {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  /** The JDK writes these itself and refuses them from others. */
  private static final Set<String> WRITTEN_BY_THE_JDK =
      Set.of("connection", "content-length", "expect", "host", "upgrade");

  /** True of the packed body only, which nobody sees. */
  private static final Set<String> GONE_WHEN_UNPACKED =
      Set.of("content-encoding", "content-length");

  private final HttpClient client;

  JdkTransport(HttpClient.Builder settings) {
    // The callbacks do nothing but collect bytes, so the selector's own thread can run them.
    this.client =
        settings
            .version(Version.HTTP_1_1)
            .followRedirects(Redirect.NEVER)
            .connectTimeout(CONNECT_TIMEOUT)
            .executor(Runnable::run)
            .build();
  }

  @Override
  public WebReply exchange(WebRequest request, Limits limits)
      throws IOException, InterruptedException {
    try (OutgoingBody body = new OutgoingBody(request.body())) {
      HttpRequest prepared = prepared(request, body, "gzip");
      var answer = client.sendAsync(prepared, _ -> new LimitedBody(limits.bodyBytes()));
      // The JDK's own timeout ends with the head of the reply; this one covers the body too.
      return reply(await(answer, request.authority(), limits.deadline()), limits);
    }
  }

  @Override
  public WebReply exchange(WebRequest request, FlowLimits limits, BodySink sink)
      throws IOException, InterruptedException {
    CompletableFuture<?> late = new CompletableFuture<>();
    late.completeOnTimeout(null, limits.deadline().toNanos(), TimeUnit.NANOSECONDS);
    try (OutgoingBody body = new OutgoingBody(request.body())) {
      HttpRequest prepared = prepared(request, body, "identity");
      var answer = client.sendAsync(prepared, _ -> new ArrivingBody(limits.silence(), late));
      HttpResponse<InputStream> response = await(answer, request.authority(), limits.silence());
      try (InputStream arriving = response.body()) {
        return pour(response, arriving, sink, limits.bodyBytes());
      }
    } finally {
      late.cancel(true);
    }
  }

  private static WebReply pour(
      HttpResponse<?> response, InputStream arriving, BodySink sink, long limit)
      throws IOException, InterruptedException {
    Headers headers = headers(response);
    if (!isGzip(headers)) {
      WebReply head = new WebReply(status(response), headers, Body.EMPTY);
      Pouring.into(sink, head, arriving, limit);
      return head;
    }
    // Not asked for, but some answer so all the same.
    WebReply head = new WebReply(status(response), unpacked(headers), Body.EMPTY);
    try (InputStream unpacking = new GZIPInputStream(arriving)) {
      Pouring.into(sink, head, unpacking, limit);
    }
    return head;
  }

  private static <T> HttpResponse<T> await(
      CompletableFuture<HttpResponse<T>> answer, String place, Duration patience)
      throws IOException, InterruptedException {
    boolean here = false;
    try {
      HttpResponse<T> response = answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
      here = true;
      return response;
    } catch (ExecutionException e) {
      throw Trouble.of(e.getCause() == null ? e : e.getCause(), place);
    } catch (TimeoutException e) {
      throw Trouble.late(place, patience, e);
    } finally {
      if (!here) {
        answer.cancel(true);
      }
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
    client.close();
  }

  private static HttpRequest prepared(WebRequest request, OutgoingBody body, String encoding)
      throws ProtocolException {
    try {
      String query = request.query().isEmpty() ? "" : "?" + request.query();
      URI uri = URI.create(request.scheme() + "://" + request.authority() + request.path() + query);
      boolean bodiless = request.body().length() == 0 && request.method().equals("GET");
      HttpRequest.Builder prepared =
          HttpRequest.newBuilder(uri)
              .method(request.method(), bodiless ? BodyPublishers.noBody() : body.publisher());
      for (Header line : request.headers().lines()) {
        if (!WRITTEN_BY_THE_JDK.contains(line.name().toLowerCase(Locale.ROOT))) {
          prepared.header(line.name(), line.value());
        }
      }
      if (request.headers().first("Accept-Encoding").isEmpty()) {
        prepared.header("Accept-Encoding", encoding);
      }
      return prepared.build();
    } catch (IllegalArgumentException _) {
      // The JDK's words would quote the address or the header, and so the secrets in them.
      throw new ProtocolException("HTTP cannot carry the address or a header of this request");
    }
  }

  private static WebReply reply(HttpResponse<byte[]> response, Limits limits) throws IOException {
    Headers headers = headers(response);
    return isGzip(headers)
        ? new WebReply(
            status(response),
            unpacked(headers),
            Body.of(Gzip.unpack(response.body(), limits.bodyBytes())))
        : new WebReply(status(response), headers, Body.of(response.body()));
  }

  private static int status(HttpResponse<?> response) throws IOException {
    if (response.statusCode() < 100 || response.statusCode() > 599) {
      throw new IOException("status " + response.statusCode());
    }
    return response.statusCode();
  }

  private static Headers headers(HttpResponse<?> response) {
    return new Headers(
        response.headers().map().entrySet().stream()
            .flatMap(
                line -> line.getValue().stream().map(value -> new Header(line.getKey(), value)))
            .toList());
  }

  private static boolean isGzip(Headers headers) {
    return headers.first("content-encoding").orElse("identity").strip().equalsIgnoreCase("gzip");
  }

  private static Headers unpacked(Headers headers) {
    return new Headers(
        headers.lines().stream()
            .filter(line -> !GONE_WHEN_UNPACKED.contains(line.name().toLowerCase(Locale.ROOT)))
            .toList());
  }
}
