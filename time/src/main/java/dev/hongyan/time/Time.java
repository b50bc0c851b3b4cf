// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.time;

import java.time.Duration;
import java.time.InstantSource;

/**
 * Now, waiting, and the threads that wait.
 *
 * <p>All waiting that lasts goes through here: holds, back-off, pacing, waiting for work. Waiting
 * for a short-lived lock or for the database is not waiting in this sense. Durations of zero or
 * less never wait. A duration of more than {@link Long#MAX_VALUE} nanoseconds (292 years) is for
 * ever.
 *
 * <p>Implementations are safe for use by many threads.
 */
public interface Time extends InstantSource {

  /** The real thing: the wall clock, real sleep, virtual threads of the JDK. */
  static Time system() {
    return new SystemTime();
  }

  /**
   * Nanoseconds since an arbitrary origin; never goes back. Only differences mean something, and
   * they are to be taken by subtraction, as with {@link System#nanoTime()}.
   */
  long nanoTime();

  /**
   * Waits for the given duration.
   *
   * @throws InterruptedException if the thread is interrupted before or while it waits
   */
  void pause(Duration duration) throws InterruptedException;

  /** A new signal, not raised. */
  Signal signal();

  /**
   * Starts a virtual thread that belongs to this time. Whoever starts it owns it and closes it.
   *
   * <p>An exception that escapes the body ends the thread and is handed to the thread's {@linkplain
   * Thread#getUncaughtExceptionHandler() uncaught exception handler}, which by default prints it;
   * it has been called by the time {@link Task#join} returns true. A body that wants failure to be
   * part of its result catches it itself.
   *
   * @param name the thread's name, for logs and failures; need not be unique
   */
  Task start(String name, Runnable body);
}
