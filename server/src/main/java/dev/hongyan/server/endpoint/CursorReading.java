// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.endpoint;

import dev.hongyan.protocol.SyncKey;
import dev.hongyan.server.world.Breach;
import dev.hongyan.server.world.Session;
import dev.hongyan.server.world.SyncKeys;
import dev.hongyan.server.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Sync keys on their way between the wire and the places of a session's mail. */
record CursorReading(World world, Violations violations) {

  /** The place that a client's key means; none, and a violation, if it means nothing here. */
  OptionalLong place(Optional<SyncKey> key, Guest guest) {
    List<SyncKeys.Pair> pairs =
        key.orElse(SyncKey.NONE).pairs().stream()
            .map(pair -> new SyncKeys.Pair(pair.key(), pair.val()))
            .toList();
    Session session = guest.session();
    return switch (SyncKeys.read(session, pairs, world.mailboxes().newest(session))) {
      case SyncKeys.Reading.At(long seq) -> OptionalLong.of(seq);
      case SyncKeys.Reading.Rejected(SyncKeys.Fault fault) -> {
        violations.add(breach(fault), guest, "sync key");
        yield OptionalLong.empty();
      }
    };
  }

  private static Breach breach(SyncKeys.Fault fault) {
    return switch (fault) {
      case MALFORMED -> Breach.MALFORMED_SYNC_KEY;
      case FOREIGN -> Breach.FOREIGN_SYNC_KEY;
      case NEWER -> Breach.NEWER_SYNC_KEY;
    };
  }

  /** The key of this place as init gives it. */
  static SyncKey first(Session session, long seq) {
    return key(SyncKeys.first(session, seq));
  }

  /** The key of this place as a sync gives it. */
  static SyncKey later(Session session, long seq, Instant newest) {
    return key(SyncKeys.later(session, seq, newest));
  }

  private static SyncKey key(List<SyncKeys.Pair> pairs) {
    return new SyncKey(
        pairs.stream().map(pair -> new SyncKey.Pair((int) pair.key(), pair.value())).toList());
  }
}
