// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.session;

import dev.hongyan.protocol.MalformedReplyException;
import dev.hongyan.protocol.TransportException;
import dev.hongyan.protocol.WebWxException;
import dev.hongyan.time.Backoff;
import dev.hongyan.time.Time;
import java.time.Duration;
import java.util.function.IntConsumer;
import java.util.random.RandomGenerator;

/**
 * Makes a call again when nobody answered or the answer made no sense, a bounded number of times.
 */
public final class Retry {

  /** 2, 4, 8 … seconds, at most half a minute, up to a third less by chance. */
  public static final Backoff PATIENCE =
      new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(30), 2, 0.3);

  private final Time time;
  private final RandomGenerator chance;

  public Retry(Time time, RandomGenerator chance) {
    this.time = time;
    this.chance = chance;
  }

  /** Something that may fail on the way. */
  @FunctionalInterface
  public interface Attempt<T> {
    /** Tries once. */
    T run() throws InterruptedException;
  }

  /**
   * Tries until it works.
   *
   * @param tries how often at most; the failure of the last try is thrown
   */
  public <T> T run(int tries, Attempt<T> attempt) throws InterruptedException {
    return run(tries, attempt, _ -> {});
  }

  /** The same, telling how many tries have failed so far before each pause. */
  public <T> T run(int tries, Attempt<T> attempt, IntConsumer failed) throws InterruptedException {
    for (int failures = 1; ; failures++) {
      try {
        return attempt.run();
      } catch (TransportException | MalformedReplyException e) {
        giveUpAfter(tries, failures, e);
      }
      failed.accept(failures);
      time.pause(PATIENCE.delay(failures, chance));
    }
  }

  private static void giveUpAfter(int tries, int failures, WebWxException failure) {
    if (failures >= tries) {
      throw failure;
    }
  }
}
