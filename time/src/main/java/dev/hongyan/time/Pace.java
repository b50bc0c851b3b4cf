// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.time;

import java.time.Duration;

/**
 * How fast something may be done: a token bucket as a function from (bucket, now) to (bucket,
 * delay).
 *
 * <p>A value without state. The caller keeps the bucket, guards it if several threads take from it,
 * and waits the delay of each turn; turns are thus handed out in the order of the calls, and nobody
 * has to ask twice.
 *
 * {@snippet :
 * Pace.Turn turn = pace.take(bucket, time.nanoTime());
 * bucket = turn.bucket();
 * time.pause(turn.delay());
 * }
 *
 * @param count how many per {@code per} in the long run, 1 or more
 * @param per the duration for {@code count}, up to one day and at least a nanosecond for each
 * @param burst how many may follow at once after a rest, 1 to 10000
 */
public record Pace(int count, Duration per, int burst) {

  // The longest interval times the largest burst stays within a long of nanoseconds.
  private static final Duration LONGEST = Duration.ofDays(1);
  private static final int LARGEST_BURST = 10_000;

  /** Checks the ranges. */
  public Pace {
    require(count >= 1, "count", count, "1 or more");
    require(
        per.compareTo(Duration.ofNanos(count)) >= 0 && per.compareTo(LONGEST) <= 0,
        "per",
        per,
        Duration.ofNanos(count) + " to " + LONGEST);
    require(burst >= 1 && burst <= LARGEST_BURST, "burst", burst, "1 to " + LARGEST_BURST);
  }

  /** A bucket in which the whole burst is left. */
  public Bucket full(long nanoTime) {
    return new Bucket(nanoTime);
  }

  /**
   * Takes one, now or in advance.
   *
   * @param nanoTime now, as in {@link Time#nanoTime()}
   */
  public Turn take(Bucket bucket, long nanoTime) {
    long fullAt = later(bucket.fullAt, nanoTime) + interval();
    long nanos = fullAt - nanoTime - interval() * burst;
    return new Turn(new Bucket(fullAt), Duration.ofNanos(Math.max(0, nanos)));
  }

  /**
   * Lets nothing through for a while, and no burst after it: for when the other side says that it
   * was too much.
   *
   * @param rest how long the next turn is to wait, at least; up to 365 days
   */
  public Bucket rest(Bucket bucket, long nanoTime, Duration rest) {
    require(
        !rest.isNegative() && rest.compareTo(Duration.ofDays(365)) <= 0,
        "rest",
        rest,
        "0 to 365 days");
    long fullAt = nanoTime + rest.toNanos() + interval() * (burst - 1);
    return new Bucket(later(bucket.fullAt, fullAt));
  }

  private long interval() {
    return per.toNanos() / count;
  }

  private static long later(long one, long other) {
    // By subtraction: the origin of nanoTime is arbitrary and it may wrap.
    return one - other > 0 ? one : other;
  }

  private static void require(boolean holds, String key, Object value, String allowed) {
    if (!holds) {
      throw new IllegalArgumentException("pace " + key + " is " + value + ", allowed: " + allowed);
    }
  }

  /**
   * What is left: all of the burst from {@code fullAt} on, one less for each interval before it.
   *
   * @param fullAt when it is full again, as in {@link Time#nanoTime()}
   */
  public record Bucket(long fullAt) {}

  /**
   * A turn that was taken.
   *
   * @param bucket what is left afterwards
   * @param delay how long to wait for it, zero if it is now
   */
  public record Turn(Bucket bucket, Duration delay) {}
}
