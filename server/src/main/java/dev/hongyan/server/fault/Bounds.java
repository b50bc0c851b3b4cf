// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.fault;

import java.time.Duration;

/** What faults may be told. */
final class Bounds {

  /** A request is held no longer than this, as with the switch for holds. */
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private Bounds() {}

  static void requirePause(String key, Duration pause) {
    if (!pause.isPositive() || pause.compareTo(LONGEST) > 0) {
      throw new WrongTermException(
          key, "is " + pause + ", allowed: above 0, " + LONGEST + " at most");
    }
  }
}
