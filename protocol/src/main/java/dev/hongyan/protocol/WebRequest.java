// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol;

/**
 * An HTTP request as a value, the same on both sides of the wire.
 *
 * @param method {@code GET}, {@code POST} …, upper case
 * @param scheme {@code http} or {@code https}
 * @param authority host name with the port if it is not the scheme's own, as in the Host header
 * @param path raw path, beginning with a slash
 * @param query raw query without the question mark, empty if there is none
 */
public record WebRequest(
    String method,
    String scheme,
    String authority,
    String path,
    String query,
    Headers headers,
    Body body) {

  /** The host name alone, lower case, without the port. */
  public String host() {
    int colon = authority.lastIndexOf(':');
    boolean port = colon > authority.lastIndexOf(']');
    return (port ? authority.substring(0, colon) : authority).toLowerCase(java.util.Locale.ROOT);
  }

  /** The same request with these headers and no others. */
  public WebRequest with(Headers others) {
    return new WebRequest(method, scheme, authority, path, query, others, body);
  }

  /** Method and path only: queries, headers and bodies hold secrets. */
  @Override
  public String toString() {
    return method + " " + scheme + "://" + authority + path;
  }
}
