// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol;

/**
 * A text that must not be shown: whoever prints it gets stars.
 *
 * @param value the secret itself, for the wire and the store only
 */
public record Secret(String value) {

  /** No secret at all. */
  public static final Secret NONE = new Secret("");

  /** Whether there is one. */
  public boolean isPresent() {
    return !value.isEmpty();
  }

  @Override
  public String toString() {
    return value.isEmpty() ? "" : "***";
  }
}
