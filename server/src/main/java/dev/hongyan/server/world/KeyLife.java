// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import java.time.Duration;

/** After what time a session's key is renewed. */
public record KeyLife(Duration time) {

  /** Longer than any session lives. */
  public static final KeyLife ENDLESS = new KeyLife(Duration.ofDays(36_500));

  static KeyLife parse(String text) {
    return SwitchValues.letters(text).equals("never")
        ? ENDLESS
        : new KeyLife(SwitchValues.duration(ENDLESS.time, text));
  }

  @Override
  public String toString() {
    return equals(ENDLESS) ? "never" : time.toString();
  }
}
