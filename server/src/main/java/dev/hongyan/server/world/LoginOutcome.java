// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import java.util.Locale;

/**
 * How the service takes an account's login (protocol reference 3.4).
 *
 * @param ret 0, or the number of the refusal, mostly 1203
 * @param desktopToo whether the desktop profile (2.6) and the file helper (11) are refused as well
 */
public record LoginOutcome(int ret, boolean desktopToo) {

  /** Everybody is welcome. */
  public static final LoginOutcome OK = new LoginOutcome(0, false);

  private static final String PLAIN = "1203-in-plain-mode";

  /**
   * Whether a login is refused.
   *
   * @param otherwise whether it is one of the desktop profile or the file helper
   */
  public boolean refuses(boolean otherwise) {
    return ret != 0 && (desktopToo || !otherwise);
  }

  static LoginOutcome parse(String text) {
    String word = text.strip().toLowerCase(Locale.ROOT).replace(' ', '-');
    return switch (word) {
      case "ok", "0" -> OK;
      case PLAIN -> new LoginOutcome(1203, false);
      case "1203-always" -> new LoginOutcome(1203, true);
      default -> new LoginOutcome(Integer.parseInt(word), true);
    };
  }

  @Override
  public String toString() {
    if (ret == 0) {
      return "ok";
    }
    return desktopToo ? Integer.toString(ret) : PLAIN;
  }
}
