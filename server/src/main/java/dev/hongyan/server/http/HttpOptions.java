// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.http;

import java.util.Optional;

/**
 * Where and how a listener listens.
 *
 * @param host name or address to bind to; {@code 127.0.0.1} is for this machine alone, {@code
 *     0.0.0.0} for everybody
 * @param port port for plain HTTP, 0 for any free one
 * @param tls the same over TLS on a port of its own
 */
public record HttpOptions(String host, int port, Optional<TlsOptions> tls, Limits limits) {

  public HttpOptions {
    TlsOptions.requirePort("port", port);
  }

  /** Plain HTTP for this machine alone, on any free port. */
  public static HttpOptions loopback() {
    return new HttpOptions("127.0.0.1", 0, Optional.empty(), Limits.DEFAULT);
  }

  /** The same with TLS as well. */
  public HttpOptions with(TlsOptions tls) {
    return new HttpOptions(host, port, Optional.of(tls), limits);
  }

  /** The same with other limits. */
  public HttpOptions with(Limits limits) {
    return new HttpOptions(host, port, tls, limits);
  }
}
