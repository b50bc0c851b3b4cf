// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.time;

import java.time.Duration;

/**
 * A remembered wake-up: a binary semaphore. It says "look again", not how often: any number of
 * raises before the next await are one.
 *
 * <p>Raise after the change, look after the await: then no change is missed.
 *
 * {@snippet :
 * while (queue.isEmpty()) {
 *   signal.await(hold);
 * }
 * }
 */
public interface Signal {

  /**
   * Wakes one waiter, or, if none waits, is remembered for the next {@link #await}. Never blocks;
   * several waiters are woken by as many raises.
   */
  void raise();

  /**
   * Waits until the signal is raised, and consumes that. Zero or less only looks.
   *
   * @return true if raised, false if the time is over
   * @throws InterruptedException if the thread is interrupted before or while it waits; nothing is
   *     consumed then
   */
  boolean await(Duration timeout) throws InterruptedException;
}
