// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.send;

import dev.hongyan.time.Pace;
import dev.hongyan.time.Time;
import java.time.Duration;

/** Makes senders of one account wait their turn. */
public final class Pacer {

  private final Time time;
  private final Pace pace;
  private Pace.Bucket bucket;

  public Pacer(Time time, Pace pace) {
    this.time = time;
    this.pace = pace;
    this.bucket = pace.full(time.nanoTime());
  }

  /** Waits until the next message may go. */
  void await() throws InterruptedException {
    time.pause(nextTurn());
  }

  private synchronized Duration nextTurn() {
    Pace.Turn turn = pace.take(bucket, time.nanoTime());
    bucket = turn.bucket();
    return turn.delay();
  }

  /** Lets nothing go for a while. */
  synchronized void rest(Duration duration) {
    bucket = pace.rest(bucket, time.nanoTime(), duration);
  }
}
