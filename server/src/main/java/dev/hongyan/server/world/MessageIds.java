// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import dev.hongyan.time.Randomness;
import java.time.Instant;

/**
 * Gives out message ids: the milliseconds since 1970 in the high bits, chance in the low ones, and
 * always more than the one before. 19 digits until the year 2109, as the service has them. Used by
 * the store's writing thread alone.
 */
final class MessageIds {

  private static final int LOW_BITS = 21;

  private final Randomness randomness;
  private long last;

  /** Goes on after this one. */
  MessageIds(Randomness randomness, long last) {
    this.randomness = randomness;
    this.last = last;
  }

  MessageId next(Instant now) {
    long drawn = (now.toEpochMilli() << LOW_BITS) | randomness.nextInt(1 << LOW_BITS);
    last = Math.max(drawn, last + 1);
    return new MessageId(last);
  }
}
