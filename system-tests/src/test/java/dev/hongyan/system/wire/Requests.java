// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.wire;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.WebRequest;
import java.util.function.UnaryOperator;

/** Good requests made bad, one part at a time. */
final class Requests {

  private Requests() {}

  static WebRequest withMethod(WebRequest request, String method) {
    return of(request, method, request.path(), request.query(), request.body());
  }

  static WebRequest withPath(WebRequest request, String path) {
    return of(request, request.method(), path, request.query(), request.body());
  }

  static WebRequest withQuery(WebRequest request, UnaryOperator<String> change) {
    return of(
        request, request.method(), request.path(), change.apply(request.query()), request.body());
  }

  static WebRequest withBody(WebRequest request, String body) {
    return of(request, request.method(), request.path(), request.query(), Body.of(body));
  }

  static WebRequest withBody(WebRequest request, UnaryOperator<String> change) {
    return withBody(request, change.apply(request.body().text()));
  }

  private static WebRequest of(
      WebRequest request, String method, String path, String query, Body body) {
    return new WebRequest(
        method, request.scheme(), request.authority(), path, query, request.headers(), body);
  }
}
