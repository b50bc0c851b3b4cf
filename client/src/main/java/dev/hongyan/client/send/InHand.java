// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.send;

import dev.hongyan.time.Signal;
import dev.hongyan.time.Time;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** What somebody is sending at this moment, by client message id: nobody else sends it too. */
final class InHand {

  private static final Duration FOR_EVER = ChronoUnit.FOREVER.getDuration();

  private final Time time;

  /** To each id what those wait for who want it next. */
  private final ConcurrentMap<String, Signal> taken = new ConcurrentHashMap<>();

  InHand(Time time) {
    this.time = time;
  }

  /** Takes it, unless somebody has it; tells whether it did. */
  boolean tryTake(String clientId) {
    return taken.putIfAbsent(clientId, time.signal()) == null;
  }

  /** Takes it as soon as nobody has it any more. */
  void take(String clientId) throws InterruptedException {
    Signal mine = time.signal();
    for (Signal other; (other = taken.putIfAbsent(clientId, mine)) != null; ) {
      var ignored = other.await(FOR_EVER);
      other.raise();
    }
  }

  /** Gives it back. */
  void release(String clientId) {
    Signal waiting = taken.remove(clientId);
    if (waiting != null) {
      waiting.raise();
    }
  }
}
