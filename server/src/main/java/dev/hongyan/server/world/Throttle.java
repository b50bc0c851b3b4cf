// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Counts calls against the {@link Rates} of each account: a bucket that holds a period's calls and
 * fills evenly. In memory only: a restart forgives. Safe for use by many threads.
 */
public final class Throttle {

  private final InstantSource time;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Key, Bucket> buckets = new HashMap<>();

  Throttle(InstantSource time) {
    this.time = time;
  }

  private record Key(AccountId account, String call) {}

  private record Bucket(double tokens, long since) {}

  /** Whether the account may make this call now; if so it is counted. */
  public boolean allows(Account account, String call) {
    Optional<Rate> rate = account.switches().of(Switch.THROTTLING).of(call);
    return rate.isEmpty() || take(new Key(account.id(), call), rate.get());
  }

  private boolean take(Key key, Rate rate) {
    long now = time.millis();
    lock.lock();
    try {
      @Nullable Bucket bucket = buckets.get(key);
      double filled =
          bucket == null
              ? rate.times()
              : bucket.tokens
                  + (now - bucket.since) * (double) rate.times() / rate.period().toMillis();
      double tokens = Math.min(rate.times(), filled);
      boolean allowed = tokens >= 1;
      buckets.put(key, new Bucket(allowed ? tokens - 1 : tokens, now));
      return allowed;
    } finally {
      lock.unlock();
    }
  }

  void clear() {
    lock.lock();
    try {
      buckets.clear();
    } finally {
      lock.unlock();
    }
  }
}
