// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import dev.hongyan.time.Signal;
import dev.hongyan.time.Time;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Which session waits, and on what: at most one wait each, woken alone. */
final class Wakeups {

  private final Time time;
  private final Map<Long, Wait> waits = new ConcurrentHashMap<>();

  Wakeups(Time time) {
    this.time = time;
  }

  /** One wait of a session; over when it is closed, or when another takes its place. */
  final class Wait implements AutoCloseable {

    private final long session;
    private final Signal signal = time.signal();
    private volatile boolean replaced;

    private Wait(long session) {
      this.session = session;
    }

    Signal signal() {
      return signal;
    }

    boolean isReplaced() {
      return replaced;
    }

    @Override
    public void close() {
      waits.remove(session, this);
    }
  }

  /** Begins to wait; whoever waited for this session before is released. */
  Wait begin(long session) {
    Wait wait = new Wait(session);
    @Nullable Wait before = waits.put(session, wait);
    if (before != null) {
      before.replaced = true;
      before.signal.raise();
    }
    return wait;
  }

  /** Makes whoever waits for this session look again. */
  void raise(long session) {
    @Nullable Wait wait = waits.get(session);
    if (wait != null) {
      wait.signal.raise();
    }
  }

  boolean isWaiting(long session) {
    return waits.containsKey(session);
  }
}
