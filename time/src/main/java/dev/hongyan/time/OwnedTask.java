// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.time;

import java.time.temporal.ChronoUnit;

/** A task on a thread of its own; closing is the same in every time. */
sealed interface OwnedTask extends Task permits SystemTask, VirtualTask {

  /** The thread that runs the body. */
  Thread thread();

  @Override
  default void close() {
    if (isDone()) {
      return;
    }
    interrupt();
    if (Thread.currentThread() == thread()) {
      return;
    }
    boolean interrupted = false;
    while (!isDone()) {
      try {
        var _ = join(ChronoUnit.FOREVER.getDuration());
      } catch (InterruptedException _) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
