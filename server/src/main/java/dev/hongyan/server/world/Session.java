// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import java.time.Instant;
import java.util.Optional;

/**
 * One login of an account to the web.
 *
 * @param number ours, never on the wire
 * @param kind as what its client presents itself
 * @param keyBase where the session's sync keys begin, see {@link SyncKeys}
 * @param lastCall when its client was last heard of; written down only when it acknowledges mail
 * @param acknowledged the place in its mail up to which its client has everything, in its own words
 * @param ended when it was over, if it is
 * @param end why it is over, if it is
 */
public record Session(
    long number,
    AccountId account,
    ClientKind kind,
    Secrets secrets,
    UserNames userNames,
    MediaHandles mediaHandles,
    int keyBase,
    Instant created,
    Instant lastCall,
    long acknowledged,
    Optional<Instant> ended,
    Optional<EndReason> end) {

  /** Whether it goes on. */
  public boolean isLive() {
    return end.isEmpty();
  }

  /** Whether this is its key, or the one before the last renewal. */
  public boolean knowsSkey(String skey) {
    return Secret.same(skey, secrets.skey()) || Secret.same(skey, secrets.previousSkey());
  }

  @Override
  public String toString() {
    return "session " + number;
  }
}
