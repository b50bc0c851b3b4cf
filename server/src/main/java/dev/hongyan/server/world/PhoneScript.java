// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import java.time.Duration;
import java.util.Optional;

/**
 * What an account's phone does by itself with login codes.
 *
 * @param scan how old a code is when it scans it; a code of push login needs no scan
 * @param then what it does after the scan, if anything
 * @param after how long after
 */
public record PhoneScript(Optional<Duration> scan, Optional<Deed> then, Duration after) {

  /** Nothing: somebody holds it. */
  public static final PhoneScript BY_HAND =
      new PhoneScript(Optional.empty(), Optional.empty(), Duration.ZERO);

  /** What a phone does with a code that it has scanned. */
  public enum Deed {
    /** Says yes. */
    CONFIRM,
    /** Says no. */
    CANCEL,
    /** Looks away until the code is over. */
    EXPIRE
  }

  @Override
  public String toString() {
    if (scan.isEmpty()) {
      return "by-hand";
    }
    String deed =
        then.map(what -> "," + SwitchValues.letters(what.name()) + "=" + after).orElse("");
    return "scan=" + scan.get() + deed;
  }
}
