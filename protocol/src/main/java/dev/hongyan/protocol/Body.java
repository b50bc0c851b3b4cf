// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of an HTTP message. Treated as immutable: nobody writes into a body's array. */
public final class Body {

  /** No bytes. */
  public static final Body EMPTY = new Body(new byte[0]);

  private final byte[] bytes;

  private Body(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A body over this array, which the caller gives away. */
  public static Body of(byte[] bytes) {
    return bytes.length == 0 ? EMPTY : new Body(bytes);
  }

  /** A body of this text in UTF-8. */
  public static Body of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The bytes themselves, not a copy. */
  public byte[] bytes() {
    return bytes;
  }

  /** Length in bytes. */
  public int length() {
    return bytes.length;
  }

  /** The bytes read as UTF-8, what is broken replaced by U+FFFD. */
  public String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Body body && Arrays.equals(bytes, body.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** The length only: bodies hold secrets and people's words. */
  @Override
  public String toString() {
    return bytes.length + " bytes";
  }
}
