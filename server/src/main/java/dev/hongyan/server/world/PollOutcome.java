// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import java.time.Instant;

/** What a login poll hears of its code (protocol reference 2.3). */
public sealed interface PollOutcome {

  /** Nothing happened while it was held. */
  record Nothing() implements PollOutcome {}

  /** Somebody's phone has scanned the code; told once to each kind of poll. */
  record Scanned(Account account) implements PollOutcome {}

  /**
   * He has confirmed; told until the ticket is used.
   *
   * @param wish what the code was wanted for
   * @param ticket opens one session
   * @param at when the code was scanned; of a push login, when it was confirmed
   */
  record Confirmed(Account account, CodeWish wish, String ticket, Instant at)
      implements PollOutcome {

    @Override
    public String toString() {
      return "confirmed";
    }
  }

  /** He has pressed cancel; told once. */
  record Cancelled() implements PollOutcome {}

  /** The code is too old, used up, or was never given out. */
  record Expired() implements PollOutcome {}
}
