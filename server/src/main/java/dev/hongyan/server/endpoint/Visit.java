// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.endpoint;

import dev.hongyan.protocol.Origin;
import dev.hongyan.protocol.WebRequest;
import java.util.HashMap;
import java.util.Map;

/**
 * One request on its way through the endpoints: what of it is no part of the call itself.
 *
 * @param call wire name of the call
 * @param source address that it came from
 */
record Visit(String call, WebRequest request, String source) {

  /** Cookies by name; of several with one name the first counts. */
  Map<String, String> cookies() {
    Map<String, String> cookies = new HashMap<>();
    for (String line : request.headers().all("Cookie")) {
      for (String part : line.split(";", -1)) {
        int equals = part.indexOf('=');
        if (equals > 0) {
          cookies.putIfAbsent(
              part.substring(0, equals).strip(), part.substring(equals + 1).strip());
        }
      }
    }
    return cookies;
  }

  /** What the client calls itself. */
  String client() {
    return request.headers().first("User-Agent").orElse("");
  }

  boolean hasHeader(String name) {
    return request.headers().first(name).isPresent();
  }

  /** Where the client believes the server to be. */
  Origin origin() {
    return new Origin(request.scheme(), request.authority());
  }
}
