// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.fault;

import dev.hongyan.protocol.SyncKey;
import dev.hongyan.protocol.sync.Sync;

/** Answers to a sync that differ from another in one thing. */
final class Syncs {

  private Syncs() {}

  /** There is more to fetch. */
  static Sync.Reply going(Sync.Reply r) {
    return new Sync.Reply(
        r.status(),
        r.messages(),
        r.changes(),
        r.gone(),
        r.profile(),
        true,
        r.syncKey(),
        r.skey(),
        r.checkKey());
  }

  /** Another place to go on from. */
  static Sync.Reply withKey(Sync.Reply r, SyncKey key) {
    return new Sync.Reply(
        r.status(),
        r.messages(),
        r.changes(),
        r.gone(),
        r.profile(),
        r.mayContinue(),
        key,
        r.skey(),
        key);
  }
}
