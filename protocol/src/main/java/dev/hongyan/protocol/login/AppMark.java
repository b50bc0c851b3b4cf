// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.login;

import dev.hongyan.protocol.WebApp;
import dev.hongyan.protocol.WebRequest;
import dev.hongyan.protocol.wire.Parameters;
import java.util.Optional;
import java.util.stream.Stream;

/** How a request says which application makes it (protocol reference 11). */
public final class AppMark {

  private AppMark() {}

  /** Whether a request names this application, in its header or its query. */
  public static boolean isIn(WebRequest request, WebApp app) {
    Parameters query = Parameters.read(request.query());
    return Stream.of(
            request.headers().first(WebApp.MARK), query.value(WebApp.MARK), query.value("appid"))
        .flatMap(Optional::stream)
        .anyMatch(app.id()::equals);
  }
}
