// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.time;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before trying again: each failure in a row multiplies the delay, up to a cap.
 *
 * <p>A value without state: the caller counts the failures in a row and starts anew after a
 * success.
 *
 * @param first the delay after the first failure, above zero
 * @param cap the longest delay, from {@code first} up to 365 days
 * @param factor by what each further failure multiplies the delay, 1 or more
 * @param jitter the share of a delay that chance may take away, from 0 (none) to 1 (all), so that
 *     many who failed together do not come back together
 */
public record Backoff(Duration first, Duration cap, double factor, double jitter) {

  // Keeps every delay within a long of nanoseconds, with room to spare.
  private static final Duration LONGEST_CAP = Duration.ofDays(365);

  /** Checks the ranges. */
  public Backoff {
    require(first.isPositive(), "first", first, "above 0");
    require(
        cap.compareTo(first) >= 0 && cap.compareTo(LONGEST_CAP) <= 0,
        "cap",
        cap,
        "first (" + first + ") to " + LONGEST_CAP);
    require(factor >= 1 && Double.isFinite(factor), "factor", factor, "1 or more, finite");
    require(jitter >= 0 && jitter <= 1, "jitter", jitter, "0 to 1");
  }

  /**
   * The delay before the next try, between {@code d * (1 - jitter)} and {@code d}, where {@code d}
   * is {@code first * factor^(attempt - 1)} but at most {@code cap}.
   *
   * @param attempt failures in a row so far, 1 or more
   */
  public Duration delay(int attempt, RandomGenerator chance) {
    require(attempt >= 1, "attempt", attempt, "1 or more");
    // In floating point a large power is infinite, not wrapped, and the cap cuts it.
    double grown = (double) first.toNanos() * Math.pow(factor, attempt - 1.0);
    long full = (long) Math.min(grown, (double) cap.toNanos());
    long taken = (long) ((double) full * jitter * chance.nextDouble());
    return Duration.ofNanos(full - taken);
  }

  private static void require(boolean holds, String key, Object value, String allowed) {
    if (!holds) {
      throw new IllegalArgumentException(
          "backoff " + key + " is " + value + ", allowed: " + allowed);
    }
  }
}
