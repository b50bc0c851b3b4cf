// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.session;

import dev.hongyan.protocol.SyncKey;
import dev.hongyan.protocol.sync.SyncMachine;
import java.util.Optional;

/**
 * The two cursors of a session, as they are kept.
 *
 * @param fetch for the next fetch
 * @param check for the next check
 */
public record SyncKeys(SyncKey fetch, SyncKey check) {

  private static final String BETWEEN = " ";

  /** Those with which this machine would go on. */
  public static SyncKeys of(SyncMachine machine) {
    return new SyncKeys(machine.syncKey(), machine.checkKey());
  }

  /** For the store. */
  public String text() {
    return fetch.parameter() + BETWEEN + check.parameter();
  }

  /** Reads {@link #text()}; empty if it is not of that form. */
  public static Optional<SyncKeys> parse(String text) {
    int blank = text.indexOf(BETWEEN);
    if (blank < 0) {
      return Optional.empty();
    }
    Optional<SyncKey> check = SyncKey.ofParameter(text.substring(blank + 1));
    return SyncKey.ofParameter(text.substring(0, blank))
        .flatMap(fetch -> check.map(c -> new SyncKeys(fetch, c)));
  }

  /** A machine that goes on from here. */
  public SyncMachine machine() {
    return SyncMachine.from(fetch, check);
  }
}
