// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.phone;

import dev.hongyan.protocol.WebRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who may use the phones. Without a token: whoever sits at this machine, which the source address,
 * the Host header (against names that are made to point here) and the Origin header (against other
 * pages in the same browser) have to agree on. With one: whoever knows it, from anywhere.
 */
final class PhoneAccess {

  private static final Pattern LOOPBACK_HOST =
      Pattern.compile("localhost|([a-z0-9-]+\\.)+localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");

  /** IPv6 is written out by some and shortened by others; IPv4 may be wrapped in it. */
  private static final Pattern LOOPBACK_SOURCE =
      Pattern.compile("(::ffff:)?127(\\.[0-9]{1,3}){3}|::1|(0{1,4}:){7}0{0,3}1|localhost|memory");

  private static final String BEARER = "bearer ";

  private final Optional<String> token;

  PhoneAccess(Optional<String> token) {
    this.token = token;
  }

  /**
   * Lets a call pass.
   *
   * @throws Problem if it may not
   */
  void check(WebRequest request, String source) {
    checkOrigin(request);
    if (token.isEmpty()) {
      checkPlace(request, source);
    } else if (!bears(request, token.get())) {
      throw Problem.unauthorized();
    }
  }

  /** The page itself holds no secrets; without a token it is still for this machine alone. */
  void checkPage(WebRequest request, String source) {
    if (token.isEmpty()) {
      checkPlace(request, source);
    }
  }

  private static void checkPlace(WebRequest request, String source) {
    if (!LOOPBACK_SOURCE.matcher(source.toLowerCase(Locale.ROOT)).matches()) {
      throw Problem.forbidden("without a phone token the phones are for this machine alone");
    }
    if (!LOOPBACK_HOST.matcher(request.host()).matches()) {
      throw Problem.forbidden("the phones are not at this host name: use localhost");
    }
  }

  private static void checkOrigin(WebRequest request) {
    Optional<String> origin = request.headers().first("Origin");
    if (origin.isPresent() && !isSame(origin.get(), request.authority())) {
      throw Problem.forbidden("another page may not use the phones");
    }
  }

  /** The scheme may differ where a proxy speaks TLS for us. */
  private static boolean isSame(String origin, String authority) {
    try {
      String theirs = URI.create(origin).getRawAuthority();
      return theirs != null && theirs.equalsIgnoreCase(authority);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean bears(WebRequest request, String token) {
    return request
        .headers()
        .first("Authorization")
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(BEARER))
        .filter(line -> same(line.substring(BEARER.length()).strip(), token))
        .isPresent();
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
