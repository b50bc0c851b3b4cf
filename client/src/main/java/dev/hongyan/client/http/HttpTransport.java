// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.http;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.WebRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Carries one request to the server and brings the reply back. Knows nothing of the protocol: it
 * keeps no cookies, follows no redirects and tries nothing twice.
 *
 * <p>Implementations are safe for use by many threads; one serves any number of accounts. In tests
 * it can be a lambda that calls a server in memory.
 */
@FunctionalInterface
public interface HttpTransport extends AutoCloseable {

  /**
   * Sends the request and waits for the whole reply. The body comes out unpacked, whatever its
   * content encoding was.
   *
   * @return the reply, whatever its status
   * @throws IOException if there is no whole reply within the limits; whether the server has seen
   *     the request is then unknown. Its words quote nothing of the request
   * @throws InterruptedException if the thread is interrupted; the request is given up
   */
  WebReply exchange(WebRequest request, Limits limits) throws IOException, InterruptedException;

  /**
   * Sends the request and lets the body of the reply flow into a sink while it arrives, so that it
   * may be larger than memory. This default is for transports that have replies whole anyway.
   *
   * @return status and headers, with an empty body
   * @throws IOException as {@link #exchange(WebRequest, Limits)} does; the sink may have taken a
   *     part of the body by then
   * @throws UncheckedIOException if the sink has failed, which is no fault of the way
   * @throws InterruptedException if the thread is interrupted; the request is given up
   */
  default WebReply exchange(WebRequest request, FlowLimits limits, BodySink sink)
      throws IOException, InterruptedException {
    int most = (int) Math.min(limits.bodyBytes(), Integer.MAX_VALUE);
    WebReply reply = exchange(request, new Limits(limits.deadline(), most));
    WebReply head = new WebReply(reply.status(), reply.headers(), Body.EMPTY);
    try (InputStream body = reply.body().open()) {
      Pouring.into(sink, head, body, limits.bodyBytes());
    }
    return head;
  }

  /** Closes idle connections. Requests on their way fail. */
  @Override
  default void close() {}

  /** HTTP/1.1 by the JDK's own client. */
  static HttpTransport jdk() {
    return jdk(HttpClient.newBuilder());
  }

  /**
   * HTTP/1.1 by the JDK's own client with a proxy, a key store or other settings of the caller.
   * Version, redirects and executor are set here.
   */
  static HttpTransport jdk(HttpClient.Builder settings) {
    return new JdkTransport(settings);
  }

  /**
   * Another transport whose exchanges are written down as well, for bug reports: redacted before a
   * byte reaches the disk, in the format of {@code docs/recordings.md}. Closing it closes the
   * other.
   *
   * @param file that is not there yet
   * @param clock the client's own
   * @throws IOException if the file is there, or cannot be written
   */
  static HttpTransport recording(HttpTransport transport, Path file, InstantSource clock)
      throws IOException {
    return new RecordingTransport(transport, file, clock);
  }

  /**
   * What an exchange may take whose reply flows into a sink.
   *
   * @param silence the longest time without a byte of the reply, its first one included
   * @param deadline from the first byte sent to the last one received; noticed at the latest when a
   *     silence has passed after it
   * @param bodyBytes the longest body, unpacked
   */
  record FlowLimits(Duration silence, Duration deadline, long bodyBytes) {
    public FlowLimits {
      if (!silence.isPositive() || silence.compareTo(deadline) > 0) {
        throw new IllegalArgumentException(
            "silence is " + silence + ", allowed: above 0, up to the deadline of " + deadline);
      }
      if (bodyBytes < 1) {
        throw new IllegalArgumentException("bodyBytes is " + bodyBytes + ", allowed: 1 or more");
      }
    }
  }

  /**
   * What an exchange may take.
   *
   * @param deadline from the first byte sent to the last one received, connecting included
   * @param bodyBytes the longest body, unpacked
   */
  record Limits(Duration deadline, int bodyBytes) {
    public Limits {
      if (!deadline.isPositive()) {
        throw new IllegalArgumentException("deadline is " + deadline + ", allowed: above 0");
      }
      if (bodyBytes < 1) {
        throw new IllegalArgumentException("bodyBytes is " + bodyBytes + ", allowed: 1 or more");
      }
    }
  }
}
