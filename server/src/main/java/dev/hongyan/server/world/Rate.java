// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import java.time.Duration;

/**
 * How often something may be done.
 *
 * @param times at once, and evenly over the period
 */
public record Rate(int times, Duration period) {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofDays(7);
  private static final int MOST_OFTEN = 1_000_000;

  /** So many times a minute. */
  public static Rate aMinute(int times) {
    return new Rate(times, MINUTE);
  }

  /** {@code 30} for a minute, {@code 3/PT1H} for any other period. */
  static Rate parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return aMinute(SwitchValues.number(0, MOST_OFTEN, text));
    }
    Duration period = SwitchValues.duration(LONGEST, text.substring(slash + 1));
    if (period.isZero()) {
      throw new IllegalArgumentException("no time at all");
    }
    return new Rate(SwitchValues.number(0, MOST_OFTEN, text.substring(0, slash)), period);
  }

  @Override
  public String toString() {
    return period.equals(MINUTE) ? Integer.toString(times) : times + "/" + period;
  }
}
