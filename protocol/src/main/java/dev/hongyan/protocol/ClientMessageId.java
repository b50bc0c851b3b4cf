// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol;

/** A message's id that the sender gave it before sending; digits (protocol reference 3.12). */
public record ClientMessageId(String value) {

  /** No id. */
  public static final ClientMessageId NONE = new ClientMessageId("");

  @Override
  public String toString() {
    return value;
  }
}
