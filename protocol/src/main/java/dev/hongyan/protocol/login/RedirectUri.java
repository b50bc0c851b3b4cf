// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.login;

import dev.hongyan.protocol.Origin;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a confirmed login goes on; its host is the family of the session (protocol reference 1.2).
 *
 * @param query raw, with the ticket in it
 */
public record RedirectUri(Origin origin, String path, String query) {

  private static final Pattern FORM =
      Pattern.compile(
          "(?<scheme>https?)://"
              + "(?<authority>(?:[A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(?::[0-9]{1,5})?)"
              + "(?<path>/[^?#\\s\"]*+)\\?(?<query>[^#\\s\"]*+)(?:#.*)?");

  /** An address is a few hundred characters; more is an attack on the memory of what keeps it. */
  private static final int MAX_LENGTH = 8_192;

  /** Reads an address; empty if it is none. */
  public static Optional<RedirectUri> parse(String text) {
    if (text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    Matcher m = FORM.matcher(text);
    return m.matches()
        ? Optional.of(
            new RedirectUri(
                new Origin(m.group("scheme"), m.group("authority")),
                m.group("path"),
                m.group("query")))
        : Optional.empty();
  }

  /** The whole address, ticket included: for the wire, not for a log. */
  public String address() {
    return origin + path + "?" + query;
  }

  /** Without the query, which holds the ticket. */
  @Override
  public String toString() {
    return origin + path;
  }
}
