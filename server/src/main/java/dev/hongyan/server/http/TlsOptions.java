// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.http;

import java.nio.file.Path;

/**
 * A port for TLS and what it shows. One certificate serves every host name, and clients that name
 * none.
 *
 * @param port 0 for any free one
 * @param certificate PEM, the server's certificate first, then those that signed it
 * @param key PEM, the private key in PKCS#8 without a password
 */
public record TlsOptions(int port, Path certificate, Path key) {

  private static final int HIGHEST_PORT = 65_535;

  public TlsOptions {
    requirePort("https-port", port);
  }

  static void requirePort(String key, int port) {
    if (port < 0 || port > HIGHEST_PORT) {
      throw new IllegalArgumentException(
          key + " is " + port + ", allowed are 0 to " + HIGHEST_PORT);
    }
  }
}
