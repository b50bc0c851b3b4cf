// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The sync keys of a session: which place in its mail a client has reached, in the form of protocol
 * reference 3.11. Key 2 is the place; key 1 tells the session apart from others; the rest is as the
 * service has it.
 */
public final class SyncKeys {

  /** Keys begin somewhere from here; with a place added they stay below 2^31 for a billion. */
  static final int LOWEST_BASE = 600_000_000;

  /** How many different bases there are. */
  static final int BASES = 400_000_000;

  /** More pairs than the service ever sends. */
  private static final int MOST_PAIRS = 32;

  private static final int SESSION = 1;
  private static final int PLACE = 2;
  private static final int CONTACTS = 3;
  private static final int FUNCTIONS = 11;
  private static final int NEWEST = 201;
  private static final int BEFORE_LOGIN = 1000;
  private static final int AFTER_LOGIN = 1001;

  private static final Duration LOGIN_TOOK = Duration.ofSeconds(72);

  private SyncKeys() {}

  /** One number of a sync key. */
  public record Pair(long key, long value) {}

  /** What a key that a client sent back means. */
  public sealed interface Reading {

    /** It has everything up to this place. */
    record At(long seq) implements Reading {}

    /** It means nothing here. */
    record Rejected(Fault fault) implements Reading {}
  }

  /** Why a key means nothing. */
  public enum Fault {
    /** It was never one of ours. */
    MALFORMED,
    /** It is another session's. */
    FOREIGN,
    /** It is beyond what this session was given. */
    NEWER
  }

  /** The key at this place, as the answer to the first call after login has it. */
  public static List<Pair> first(Session session, long seq) {
    return List.of(
        new Pair(SESSION, session.keyBase()),
        new Pair(PLACE, session.keyBase() + seq),
        new Pair(CONTACTS, session.keyBase() - 57),
        new Pair(BEFORE_LOGIN, seconds(session.created().minus(LOGIN_TOOK))));
  }

  /** The key at this place, as later answers have it. */
  public static List<Pair> later(Session session, long seq, Instant newest) {
    return List.of(
        new Pair(SESSION, session.keyBase()),
        new Pair(PLACE, session.keyBase() + seq),
        new Pair(CONTACTS, session.keyBase() - 57),
        new Pair(FUNCTIONS, session.keyBase() - 91),
        new Pair(NEWEST, seconds(newest)),
        new Pair(BEFORE_LOGIN, seconds(session.created().minus(LOGIN_TOOK))),
        new Pair(AFTER_LOGIN, seconds(session.created())));
  }

  /** What a key says that came back, given the newest place in the session's mail. */
  public static Reading read(Session session, List<Pair> pairs, long newest) {
    Map<Long, Long> values = new HashMap<>();
    for (Pair pair : pairs) {
      if (pair.key < 0 || pair.value < 0 || pair.value > Integer.MAX_VALUE) {
        return new Reading.Rejected(Fault.MALFORMED);
      }
      values.put(pair.key, pair.value);
    }
    if (values.size() != pairs.size() || pairs.size() > MOST_PAIRS || !values.containsKey(2L)) {
      return new Reading.Rejected(Fault.MALFORMED);
    }
    return place(session, values, newest);
  }

  private static Reading place(Session session, Map<Long, Long> values, long newest) {
    long seq = values.getOrDefault((long) PLACE, 0L) - session.keyBase();
    long login = values.getOrDefault((long) BEFORE_LOGIN, 0L);
    boolean ours =
        values.getOrDefault((long) SESSION, 0L) == session.keyBase()
            && login == seconds(session.created().minus(LOGIN_TOOK))
            && seq >= 0;
    if (!ours) {
      return new Reading.Rejected(Fault.FOREIGN);
    }
    return seq > newest ? new Reading.Rejected(Fault.NEWER) : new Reading.At(seq);
  }

  private static int seconds(Instant time) {
    return Math.clamp(time.getEpochSecond(), 0, Integer.MAX_VALUE);
  }
}
