// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.http;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.Headers.Header;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.WebRequest;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

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
    HttpRequest prepared = prepared(request);
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(prepared, _ -> new LimitedBody(limits.bodyBytes()));
    try {
      // The JDK's own timeout ends with the head of the reply; this one covers the body too.
      return reply(answer.get(limits.deadline().toNanos(), TimeUnit.NANOSECONDS), limits);
    } catch (ExecutionException e) {
      throw new IOException("no whole reply", e.getCause());
    } catch (TimeoutException e) {
      throw new IOException("no whole reply within " + limits.deadline(), e);
    } finally {
      answer.cancel(true);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
    client.close();
  }

  private static HttpRequest prepared(WebRequest request) throws ProtocolException {
    try {
      String query = request.query().isEmpty() ? "" : "?" + request.query();
      URI uri = URI.create(request.scheme() + "://" + request.authority() + request.path() + query);
      boolean bodiless = request.body().length() == 0 && request.method().equals("GET");
      HttpRequest.Builder prepared =
          HttpRequest.newBuilder(uri)
              .method(
                  request.method(),
                  bodiless
                      ? BodyPublishers.noBody()
                      : BodyPublishers.ofByteArray(request.body().bytes()));
      for (Header line : request.headers().lines()) {
        if (!WRITTEN_BY_THE_JDK.contains(line.name().toLowerCase(Locale.ROOT))) {
          prepared.header(line.name(), line.value());
        }
      }
      if (request.headers().first("Accept-Encoding").isEmpty()) {
        prepared.header("Accept-Encoding", "gzip");
      }
      return prepared.build();
    } catch (IllegalArgumentException _) {
      // The JDK's words would quote the address or the header, and so the secrets in them.
      throw new ProtocolException("HTTP cannot carry the address or a header of this request");
    }
  }

  private static WebReply reply(HttpResponse<byte[]> response, Limits limits) throws IOException {
    if (response.statusCode() < 100 || response.statusCode() > 599) {
      throw new IOException("status " + response.statusCode());
    }
    List<Header> lines = new ArrayList<>();
    response
        .headers()
        .map()
        .forEach((name, values) -> values.forEach(value -> lines.add(new Header(name, value))));
    Headers headers = new Headers(lines);
    String encoding = headers.first("content-encoding").orElse("identity");
    if (!encoding.strip().equalsIgnoreCase("gzip")) {
      return new WebReply(response.statusCode(), headers, Body.of(response.body()));
    }
    lines.removeIf(line -> GONE_WHEN_UNPACKED.contains(line.name().toLowerCase(Locale.ROOT)));
    byte[] unpacked = Gzip.unpack(response.body(), limits.bodyBytes());
    return new WebReply(response.statusCode(), new Headers(lines), Body.of(unpacked));
  }
}
