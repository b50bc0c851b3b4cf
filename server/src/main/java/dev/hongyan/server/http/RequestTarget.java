// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.http;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a request is aimed at, out of its request line and Host header.
 *
 * @param authority host and, unless it is the scheme's own, port
 * @param path raw, begins with one slash, no slash is doubled (protocol reference 3.0)
 * @param query raw, without the question mark, empty if there is none
 */
record RequestTarget(String authority, String path, String query) {

  /** Names of the DNS, addresses, and names with an underscore, which hosts files know too. */
  private static final Pattern AUTHORITY =
      Pattern.compile(
          "(?<host>[A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(?::(?<port>[0-9]{0,5}))?");

  private static final Pattern ABSOLUTE =
      Pattern.compile("(?i:https?)://(?<authority>[^/?]*)(?<rest>.*)");

  private static final Pattern SLASHES = Pattern.compile("//+");

  private static final int HIGHEST_PORT = 65_535;

  /**
   * @param target as in the request line: a path, or a whole URL as proxies get it
   * @param hosts the values of all Host lines
   * @param modern HTTP/1.1, where a Host line is a duty
   * @param local our own address, for clients of HTTP/1.0 that name no host
   */
  static RequestTarget of(
      String target, List<String> hosts, boolean modern, String local, boolean secure)
      throws RefusalException {
    if (hosts.size() > 1 || (modern && hosts.isEmpty())) {
      throw new RefusalException(400, "A request has exactly one Host header.");
    }
    String host = authority(hosts.isEmpty() ? local : hosts.getFirst(), secure);
    if (target.startsWith("/")) {
      return of(host, target);
    }
    Matcher absolute = ABSOLUTE.matcher(target);
    if (!absolute.matches()) {
      throw new RefusalException(400, "The request target is neither a path nor an http URL.");
    }
    String rest = absolute.group("rest");
    return of(
        authority(absolute.group("authority"), secure), rest.startsWith("/") ? rest : "/" + rest);
  }

  private static RequestTarget of(String authority, String target) throws RefusalException {
    String ascii = ascii(target);
    int question = ascii.indexOf('?');
    String path = question < 0 ? ascii : ascii.substring(0, question);
    String query = question < 0 ? "" : ascii.substring(question + 1);
    return new RequestTarget(authority, SLASHES.matcher(path).replaceAll("/"), query);
  }

  private static String authority(String text, boolean secure) throws RefusalException {
    Matcher authority = AUTHORITY.matcher(text);
    if (!authority.matches()) {
      throw new RefusalException(400, "The host is not a host name with an optional port.");
    }
    String host = authority.group("host");
    String port = authority.group("port");
    if (port == null || port.isEmpty()) {
      return host;
    }
    int number = Integer.parseInt(port);
    if (number > HIGHEST_PORT) {
      throw new RefusalException(400, "The host's port is above " + HIGHEST_PORT + ".");
    }
    return number == (secure ? 443 : 80) ? host : host + ":" + number;
  }

  /**
   * Bytes above ASCII, which sloppy clients send raw, percent-encoded; control characters refused.
   */
  private static String ascii(String target) throws RefusalException {
    if (target.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
      return target;
    }
    StringBuilder encoded = new StringBuilder(target.length() + 32);
    for (int i = 0; i < target.length(); i++) {
      char c = target.charAt(i);
      if (c <= ' ' || c == 0x7F || c > 0xFF) {
        throw new RefusalException(400, "The request target holds a control character.");
      }
      if (c < 0x7F) {
        encoded.append(c);
      } else {
        encoded.append(String.format(Locale.ROOT, "%%%02X", (int) c));
      }
    }
    return encoded.toString();
  }
}
