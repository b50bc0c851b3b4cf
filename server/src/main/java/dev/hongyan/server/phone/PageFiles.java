// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.phone;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.WebReply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The files of the phone page, which is a client of the phone API like any other. */
final class PageFiles {

  private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,40}\\.[a-z]{2,4}");

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml",
          "png", "image/png");

  /** Everything comes from here; pictures and the camera may come out of the page itself. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
          + " img-src 'self' data: blob:; media-src 'self' blob:; base-uri 'none';"
          + " form-action 'none'; frame-ancestors 'none'";

  /** The page itself. */
  WebReply page() {
    return file("index.html").orElseThrow(() -> Problem.unknown("this server has no phone page"));
  }

  /** The file of this name, if the page has one. */
  Optional<WebReply> file(String name) {
    if (!NAME.matcher(name).matches()) {
      return Optional.empty();
    }
    @Nullable String type = TYPES.get(name.substring(name.indexOf('.') + 1));
    return type == null ? Optional.empty() : read(name).map(body -> reply(type, body));
  }

  private static Optional<Body> read(String name) {
    try (@Nullable InputStream in = PageFiles.class.getResourceAsStream(name)) {
      return in == null ? Optional.empty() : Optional.of(Body.of(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static WebReply reply(String type, Body body) {
    Headers headers =
        Headers.NONE
            .and("Content-Type", type)
            .and("Cache-Control", "no-cache")
            .and("Content-Security-Policy", POLICY)
            .and("Permissions-Policy", "camera=(self), microphone=(), geolocation=()")
            .and("Referrer-Policy", "no-referrer")
            .and("X-Content-Type-Options", "nosniff")
            .and("Cross-Origin-Opener-Policy", "same-origin")
            .and("Cross-Origin-Resource-Policy", "same-origin");
    return new WebReply(200, headers, body);
  }
}
