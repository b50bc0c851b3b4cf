// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.time;

import java.time.Duration;

/** A running thread with an owner, made by {@link Time#start}. */
public interface Task extends AutoCloseable {

  /** Asks the thread to end: its waiting, now or next, throws {@link InterruptedException}. */
  void interrupt();

  /** Whether the body has ended, normally or not. */
  boolean isDone();

  /**
   * Waits for the end. Zero or less only looks.
   *
   * @return true if the body has ended, false if the time is over
   * @throws InterruptedException if the calling thread is interrupted before or while it waits
   */
  boolean join(Duration timeout) throws InterruptedException;

  /**
   * Interrupts the thread and waits for its end, however long that takes: after it nothing of the
   * body runs any more. Whoever needs a limit calls {@link #interrupt} and {@link #join} instead.
   * If the calling thread is interrupted meanwhile it goes on waiting and has its interrupt status
   * set on return.
   *
   * <p>Does nothing on a task that is done. Called by the task itself it interrupts and returns.
   */
  @Override
  void close();
}
