// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import java.time.Instant;

/**
 * Texts in a row, each after its length: {@code 2:hi0:}. Whatever they contain, they come out as
 * they went in.
 */
final class Parcel {

  private final String packed;
  private int place;

  private Parcel(String packed) {
    this.packed = packed;
  }

  /** These values one after another. */
  static String of(Object... values) {
    StringBuilder packed = new StringBuilder();
    for (Object value : values) {
      String text = value instanceof Instant time ? Long.toString(time.toEpochMilli()) : value + "";
      packed.append(text.length()).append(':').append(text);
    }
    return packed.toString();
  }

  static Parcel open(String packed) {
    return new Parcel(packed);
  }

  boolean isEmpty() {
    return place == packed.length();
  }

  /**
   * The next text.
   *
   * @throws IllegalArgumentException if there is none
   */
  String text() {
    int colon = packed.indexOf(':', place);
    int length = colon < 0 ? -1 : Integer.parseInt(packed, place, colon, 10);
    if (length < 0 || length > packed.length() - colon - 1) {
      throw new IllegalArgumentException("a parcel without the text that should follow");
    }
    place = colon + 1 + length;
    return packed.substring(colon + 1, place);
  }

  long number() {
    return Long.parseLong(text());
  }

  int count() {
    return Integer.parseInt(text());
  }

  double fraction() {
    return Double.parseDouble(text());
  }

  boolean flag() {
    return Boolean.parseBoolean(text());
  }

  Instant time() {
    return Instant.ofEpochMilli(number());
  }
}
