// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol;

/**
 * Where a request goes: scheme and authority of a URL.
 *
 * @param scheme {@code http} or {@code https}
 * @param authority host, with the port where it is not the scheme's own
 */
public record Origin(String scheme, String authority) {

  @Override
  public String toString() {
    return scheme + "://" + authority;
  }
}
