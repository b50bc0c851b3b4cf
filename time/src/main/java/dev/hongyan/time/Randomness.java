// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.time;

import java.util.random.RandomGenerator;

/**
 * The only source of chance. Implementations are safe for use by many threads.
 *
 * <p>To make one's own only {@link #nextLong()} is needed.
 */
public interface Randomness extends RandomGenerator {

  /** Unpredictable numbers, fit for keys and session secrets. */
  static Randomness secure() {
    return new SecureRandomness();
  }

  /**
   * The same numbers for the same seed, in each run and on each JDK: the algorithm is named
   * (L64X128MixRandom). For tests and for what must be repeatable, never for secrets.
   */
  static Randomness seeded(long seed) {
    return new SeededRandomness(seed);
  }

  /**
   * Random bytes.
   *
   * @throws IllegalArgumentException if {@code n} is negative
   */
  default byte[] bytes(int n) {
    byte[] bytes = new byte[requireLength(n)];
    nextBytes(bytes);
    return bytes;
  }

  /**
   * Random decimal digits; the first may be zero.
   *
   * @throws IllegalArgumentException if {@code n} is negative
   */
  default String digits(int n) {
    return letters(n, "0123456789");
  }

  /**
   * Random letters of an alphabet, each as likely as the other. An alphabet is made of UTF-16
   * units, so it should have no letter beyond the basic plane.
   *
   * @throws IllegalArgumentException if {@code n} is negative or the alphabet is empty
   */
  default String letters(int n, String alphabet) {
    if (alphabet.isEmpty()) {
      throw new IllegalArgumentException("alphabet is empty, allowed: 1 letter or more");
    }
    StringBuilder letters = new StringBuilder(requireLength(n));
    for (int i = 0; i < n; i++) {
      letters.append(alphabet.charAt(nextInt(alphabet.length())));
    }
    return letters.toString();
  }

  private static int requireLength(int n) {
    if (n < 0) {
      throw new IllegalArgumentException("length is " + n + ", allowed: 0 or more");
    }
    return n;
  }
}
