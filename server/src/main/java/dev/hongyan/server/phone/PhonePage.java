// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.phone;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.WebRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * The files of the phone page, and of the few words that {@code /} shows.
 *
 * <p>They are the same for everybody and hold no secret, so they need no token: the page itself
 * asks for one when the phone API behind it wants one. Safe for use by many threads.
 */
public final class PhonePage {

  /** One flat folder: nothing that could climb out of it, or name a call of the phone API. */
  private static final Pattern FILE = Pattern.compile("/phone/(?<name>[a-z]+\\.(?:js|css|svg))");

  /** The page is opened on a login code; which, it reads from the address itself. */
  private static final Pattern CODE = Pattern.compile("/l/[A-Za-z0-9_=-]{1,64}");

  /** Everything comes from here; pictures and the camera may come out of the page itself. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
          + " img-src 'self' data: blob:; media-src 'self' blob:; base-uri 'none';"
          + " form-action 'none'; frame-ancestors 'none'";

  private final Map<String, WebReply> replies = new ConcurrentHashMap<>();

  /** The answer if the request asks for one of these files, empty if it is for somebody else. */
  public Optional<WebReply> answer(WebRequest request) {
    if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
      return Optional.empty();
    }
    return name(request.path()).flatMap(this::file).map(reply -> unlessKnown(request, reply));
  }

  private static Optional<String> name(String path) {
    if (path.equals("/")) {
      return Optional.of("landing.html");
    }
    if (path.equals("/phone") || path.equals("/phone/") || CODE.matcher(path).matches()) {
      return Optional.of("index.html");
    }
    var file = FILE.matcher(path);
    return file.matches() ? Optional.of(file.group("name")) : Optional.empty();
  }

  private Optional<WebReply> file(String name) {
    WebReply known = replies.get(name);
    if (known != null) {
      return Optional.of(known);
    }
    // Only what exists is kept, so that asking for many names costs no memory.
    Optional<WebReply> reply = read(name);
    reply.ifPresent(there -> replies.put(name, there));
    return reply;
  }

  private static Optional<WebReply> read(String name) {
    try (InputStream file = PhonePage.class.getResourceAsStream(name)) {
      return file == null ? Optional.empty() : Optional.of(reply(name, file.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name + " of the phone page", e);
    }
  }

  private static WebReply reply(String name, byte[] bytes) {
    Headers headers =
        Headers.NONE
            .and("Content-Type", type(name))
            .and("ETag", tag(bytes))
            // Kept, but asked about each time: an update of the server is seen at once.
            .and("Cache-Control", "no-cache")
            .and("Content-Security-Policy", POLICY)
            .and("Permissions-Policy", "camera=(self), microphone=(self), geolocation=()")
            .and("Referrer-Policy", "no-referrer")
            .and("X-Content-Type-Options", "nosniff")
            .and("Cross-Origin-Opener-Policy", "same-origin")
            .and("Cross-Origin-Resource-Policy", "same-origin");
    return new WebReply(200, headers, Body.of(bytes));
  }

  private static String type(String name) {
    return switch (name.substring(name.indexOf('.') + 1)) {
      case "html" -> "text/html; charset=utf-8";
      case "js" -> "text/javascript; charset=utf-8";
      case "css" -> "text/css; charset=utf-8";
      case "svg" -> "image/svg+xml";
      default -> throw new IllegalArgumentException("no such kind of file: " + name);
    };
  }

  private static String tag(byte[] bytes) {
    CRC32C sum = new CRC32C();
    sum.update(bytes);
    return '"' + HexFormat.of().toHexDigits(sum.getValue(), Integer.SIZE / 4) + '"';
  }

  private static WebReply unlessKnown(WebRequest request, WebReply reply) {
    boolean known = request.headers().first("If-None-Match").equals(reply.headers().first("ETag"));
    return known ? new WebReply(304, reply.headers(), Body.EMPTY) : reply;
  }
}
