// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.command;

import dev.hongyan.time.Signal;
import dev.hongyan.time.Time;
import java.time.Duration;

/**
 * Makes Ctrl-C and SIGTERM an interrupt of the thread that runs a command, and holds the process
 * until that thread has cleaned up. The exit code is the JVM's: 130 or 143.
 */
final class StopSignal implements AutoCloseable {

  /** A server closes within five seconds, whatever its clients do. */
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private final Signal cleanedUp;
  private final Thread thread;
  private final Thread hook;

  private StopSignal(Thread thread, Time time) {
    this.thread = thread;
    cleanedUp = time.signal();
    hook = Thread.ofPlatform().name("stop").unstarted(this::stop);
  }

  /** From now on a signal interrupts the calling thread. */
  static StopSignal interruptsMe(Time time) {
    StopSignal signal = new StopSignal(Thread.currentThread(), time);
    Runtime.getRuntime().addShutdownHook(signal.hook);
    return signal;
  }

  /** Stops the command as a signal would, but the process lives on. */
  void raise() {
    thread.interrupt();
  }

  private void stop() {
    raise();
    try {
      var inTime = cleanedUp.await(PATIENCE);
      assert inTime;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    try {
      var removed = Runtime.getRuntime().removeShutdownHook(hook);
      assert removed;
    } catch (IllegalStateException _) {
      cleanedUp.raise(); // the process is ending and waits for us
    }
  }
}
