// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.time;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Repeatable chance; the lock makes a generator that is not thread-safe so. */
final class SeededRandomness implements Randomness {

  private static final String ALGORITHM = "L64X128MixRandom";

  private final RandomGenerator source;

  SeededRandomness(long seed) {
    this.source = RandomGeneratorFactory.of(ALGORITHM).create(seed);
  }

  @Override
  public synchronized long nextLong() {
    return source.nextLong();
  }
}
