// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.endpoint;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.HostRole;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.WebRequest;
import java.net.URI;
import java.util.Optional;

/** What browsers ask before the page's script may call the file host (protocol reference 3.18). */
final class Preflight {

  private static final String DAY = "86400";

  private Preflight() {}

  /** Whether a browser asks. */
  static boolean is(WebRequest request, Call<?, ?> call) {
    return request.method().equals("OPTIONS") && call.role() == HostRole.FILE;
  }

  static WebReply answer(WebRequest request, Call<?, ?> call) {
    Headers headers =
        allowed(request)
            .and("Access-Control-Allow-Methods", String.join(", ", call.methods()))
            .and("Access-Control-Allow-Headers", "Content-Type, X-Requested-With")
            .and("Access-Control-Max-Age", DAY);
    return new WebReply(200, headers, Body.EMPTY);
  }

  /** The answer with leave for the page's script to read it. */
  static WebReply open(WebReply reply, WebRequest request, Call<?, ?> call) {
    return call.role() == HostRole.FILE
        ? new WebReply(reply.status(), reply.headers().and(allowed(request)), reply.body())
        : reply;
  }

  /** Only pages of the service itself: others would read with the visitor's cookies. */
  private static Headers allowed(WebRequest request) {
    Optional<String> origin = request.headers().first("Origin").filter(Preflight::isOfService);
    return origin.isEmpty()
        ? Headers.NONE
        : Headers.NONE
            .and("Access-Control-Allow-Origin", origin.get())
            .and("Access-Control-Allow-Credentials", "true")
            .and("Vary", "Origin");
  }

  private static boolean isOfService(String origin) {
    try {
      String host = URI.create(origin).getHost();
      return host != null && origin.startsWith("https://") && ServiceHosts.isService(host);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
