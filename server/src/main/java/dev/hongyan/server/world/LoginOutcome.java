// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import java.util.Locale;

/**
 * How the service takes an account's login (protocol reference 3.4).
 *
 * @param ret 0, or the number of the refusal, mostly 1203
 * @param desktopToo whether the desktop profile (2.6) is refused as well
 */
public record LoginOutcome(int ret, boolean desktopToo) {

  /** Everybody is welcome. */
  public static final LoginOutcome OK = new LoginOutcome(0, false);

  private static final String PLAIN = "1203-in-plain-mode";

  /** Whether a login is refused. */
  public boolean refuses(boolean desktop) {
    return ret != 0 && (desktopToo || !desktop);
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
