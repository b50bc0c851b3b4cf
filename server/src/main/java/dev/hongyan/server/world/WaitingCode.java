// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import java.time.Duration;
import java.util.Optional;

/**
 * A login code that somebody could still act on.
 *
 * @param kind as what the session is to present itself
 * @param account short name of whose phone has scanned it, or is asked by it
 */
public record WaitingCode(
    String uuid, State state, ClientKind kind, Optional<String> account, Duration age) {

  /** How far it is. */
  public enum State {
    /** Nobody has scanned it. */
    NEW,
    /** Somebody has, and is asked to confirm. */
    SCANNED,
    /** He has confirmed; the client has not come for its session. */
    CONFIRMED
  }
}
