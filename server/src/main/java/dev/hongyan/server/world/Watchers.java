// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import dev.hongyan.time.Signal;
import dev.hongyan.time.Time;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who looks at whose phone, waiting for something to come: any number at once. */
final class Watchers {

  private final Time time;
  private final Map<AccountId, Set<Signal>> signals = new ConcurrentHashMap<>();

  Watchers(Time time) {
    this.time = time;
  }

  /** One look that lasts; over when it is closed. */
  final class Watch implements AutoCloseable {

    private final AccountId account;
    private final Signal signal = time.signal();

    private Watch(AccountId account) {
      this.account = account;
    }

    Signal signal() {
      return signal;
    }

    @Override
    public void close() {
      signals.computeIfPresent(
          account,
          (key, others) -> {
            others.remove(signal);
            return others.isEmpty() ? null : others;
          });
    }
  }

  Watch begin(AccountId account) {
    Watch watch = new Watch(account);
    signals.compute(
        account,
        (key, others) -> {
          Set<Signal> all = others == null ? ConcurrentHashMap.newKeySet() : others;
          all.add(watch.signal);
          return all;
        });
    return watch;
  }

  void raise(AccountId account) {
    signals.getOrDefault(account, Set.of()).forEach(Signal::raise);
  }
}
