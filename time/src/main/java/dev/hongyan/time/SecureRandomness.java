// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.time;

import java.security.SecureRandom;

/** Chance from the JDK's secure source, which is safe for many threads by itself. */
final class SecureRandomness implements Randomness {

  private final SecureRandom source = new SecureRandom();

  @Override
  public long nextLong() {
    return source.nextLong();
  }

  @Override
  public void nextBytes(byte[] bytes) {
    source.nextBytes(bytes);
  }
}
