// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.wire;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.OptionalLong;

/** Reads whole numbers as the wire writes them. */
final class Digits {

  /** Enough for any long with a sign. */
  private static final int MAX_PLAIN = 20;

  /** The longest real number has 19 digits; arithmetic on a million of them takes for ever. */
  private static final int MAX_UNUSUAL = 64;

  /** A decimal exponent beyond this is an attack on the arithmetic, not a number. */
  private static final int MAX_SCALE = 64;

  private static final BigInteger UNSIGNED_LIMIT = BigInteger.ONE.shiftLeft(Long.SIZE);

  private Digits() {}

  /** A number of ASCII digits with or without a sign, if it fits 64 bits. */
  static OptionalLong exact(String literal) {
    int length = literal.length();
    boolean negative = length > 0 && literal.charAt(0) == '-';
    int first = negative ? 1 : 0;
    if (length == first || length > MAX_PLAIN) {
      return OptionalLong.empty();
    }
    // Counted below zero, where there is one number more.
    long value = 0;
    for (int i = first; i < length; i++) {
      int digit = literal.charAt(i) - '0';
      if (digit < 0 || digit > 9 || value < (Long.MIN_VALUE + digit) / 10) {
        return OptionalLong.empty();
      }
      value = value * 10 - digit;
    }
    if (negative) {
      return OptionalLong.of(value);
    }
    return value == Long.MIN_VALUE ? OptionalLong.empty() : OptionalLong.of(-value);
  }

  /** 1.0, 1e3, and ids of 64 unsigned bits, which keep their bits. */
  static OptionalLong unusual(String literal) {
    if (literal.length() > MAX_UNUSUAL) {
      return OptionalLong.empty();
    }
    try {
      BigDecimal decimal = new BigDecimal(literal);
      if (Math.abs((long) decimal.scale()) > MAX_SCALE) {
        return OptionalLong.empty();
      }
      BigInteger whole = decimal.toBigInteger();
      boolean fits =
          whole.bitLength() < Long.SIZE
              || (whole.signum() > 0 && whole.compareTo(UNSIGNED_LIMIT) < 0);
      return fits ? OptionalLong.of(whole.longValue()) : OptionalLong.empty();
    } catch (NumberFormatException _) {
      return OptionalLong.empty();
    }
  }
}
