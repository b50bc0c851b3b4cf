// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.http;

import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.WebRequest;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;

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
