// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol;

/**
 * An HTTP reply as a value, the same on both sides of the wire.
 *
 * @param status 100 to 599
 */
public record WebReply(int status, Headers headers, Body body) {

  /** Status and size only: headers and bodies hold secrets. */
  @Override
  public String toString() {
    return status + ", " + body;
  }
}
