// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol;

/** A message's id, given by the server: 64 bits, decimal on the wire (protocol reference 5.1). */
public record MessageId(long value) {

  /** No id: the server gave none. */
  public static final MessageId NONE = new MessageId(0);

  /** Whether the server gave one. */
  public boolean isPresent() {
    return value != 0;
  }

  @Override
  public String toString() {
    return Long.toUnsignedString(value);
  }
}
