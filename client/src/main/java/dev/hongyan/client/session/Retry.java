// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.session;

import dev.hongyan.protocol.MalformedReplyException;
import dev.hongyan.protocol.RefusedException;
import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.TransportException;
import dev.hongyan.protocol.WebWxException;
import dev.hongyan.time.Backoff;
import dev.hongyan.time.Time;
import java.time.Duration;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * Makes a call again when nobody answered or the answer made no sense, a bounded number of times.
 */
public final class Retry {

  /** 2, 4, 8 … seconds, at most half a minute, up to a third less by chance. */
  public static final Backoff PATIENCE =
      new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(30), 2, 0.3);

  /**
   * How often to try what a session needs to begin: for two minutes and a half. A network that just
   * wakes up should not cost a scan, and a login that was scanned should not be lost to it.
   */
  public static final int UNTIL_AWAKE = 8;

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
    return run(tries, attempt, failed, Retry::isTrouble);
  }

  /**
   * The same for a call that changes nothing: it is repeated as well if the server refuses it
   * without a reason that would last (protocol reference 7.3).
   */
  public <T> T read(int tries, Attempt<T> attempt) throws InterruptedException {
    return run(tries, attempt, _ -> {}, e -> isTrouble(e) || isWhim(e));
  }

  private <T> T run(
      int tries, Attempt<T> attempt, IntConsumer failed, Predicate<WebWxException> mayPass)
      throws InterruptedException {
    for (int failures = 1; ; failures++) {
      try {
        return attempt.run();
      } catch (WebWxException e) {
        if (failures >= tries || !mayPass.test(e)) {
          throw e;
        }
      }
      failed.accept(failures);
      time.pause(PATIENCE.delay(failures, chance));
    }
  }

  private static boolean isTrouble(WebWxException failure) {
    return failure instanceof TransportException || failure instanceof MalformedReplyException;
  }

  private static boolean isWhim(WebWxException failure) {
    return failure instanceof RefusedException refused
        && refused.retcode().policy() == Retcode.Policy.CALL_FAILED;
  }
}
