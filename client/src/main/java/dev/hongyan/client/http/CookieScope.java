// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.http;

import dev.hongyan.client.store.SavedSession.SavedCookie;
import dev.hongyan.protocol.SetCookie;
import dev.hongyan.protocol.WebRequest;

/** Which hosts and paths a cookie belongs to (RFC 6265 5.1.3 and 5.1.4). */
final class CookieScope {

  private CookieScope() {}

  /** Whether this host may set a cookie for that domain. */
  static boolean maySet(String host, String domain) {
    return domain.equals(host) || (domain.indexOf('.') > 0 && isBelow(host, domain));
  }

  /** Whether the cookie goes with this request. */
  static boolean reaches(SavedCookie saved, WebRequest request) {
    SetCookie cookie = saved.cookie();
    String host = request.host();
    boolean hostFits =
        cookie.domain().isEmpty()
            ? host.equals(saved.host())
            : host.equals(cookie.domain()) || isBelow(host, cookie.domain());
    boolean schemeFits = !cookie.secure() || request.scheme().equals("https");
    return hostFits && schemeFits && covers(cookie.path(), request.path());
  }

  /** The folder of a path, which is what a cookie without a path belongs to. */
  static String folder(String path) {
    int slash = path.lastIndexOf('/');
    return slash <= 0 ? "/" : path.substring(0, slash);
  }

  /** Whether this is a name, not an address in numbers. */
  static boolean isNamed(String host) {
    return host.indexOf(':') < 0 && !host.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
  }

  private static boolean isBelow(String host, String domain) {
    return isNamed(host) && host.endsWith("." + domain);
  }

  private static boolean covers(String folder, String path) {
    return path.equals(folder)
        || (path.startsWith(folder)
            && (folder.endsWith("/") || path.charAt(folder.length()) == '/'));
  }
}
