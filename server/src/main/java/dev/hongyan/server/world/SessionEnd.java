// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import java.time.Duration;

/** When a session ends by itself, and as what. */
public record SessionEnd(Duration after, EndReason reason) {

  /** Longer than any session lives. */
  public static final SessionEnd NEVER = new SessionEnd(Duration.ofDays(36_500), EndReason.INVALID);

  /** People are logged out after two or three days (protocol reference 9). */
  public static final SessionEnd USUAL = new SessionEnd(Duration.ofDays(3), EndReason.INVALID);

  static EndReason reasonOf(String retcode) {
    return switch (retcode) {
      case "1100" -> EndReason.EXPIRED;
      case "1101" -> EndReason.INVALID;
      case "1102" -> EndReason.RESTRICTED;
      default -> throw new IllegalArgumentException("retcode is 1100, 1101 or 1102");
    };
  }

  @Override
  public String toString() {
    return equals(NEVER) ? "never" : "after=" + after + ",retcode=" + reason.retcode();
  }
}
