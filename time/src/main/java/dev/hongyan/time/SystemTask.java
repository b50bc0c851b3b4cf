// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.time;

import java.time.Duration;

/** A thread of the JDK, waited for as the JDK does. */
record SystemTask(Thread thread) implements OwnedTask {

  @Override
  public void interrupt() {
    thread.interrupt();
  }

  @Override
  public boolean isDone() {
    return !thread.isAlive();
  }

  @Override
  public boolean join(Duration timeout) throws InterruptedException {
    return thread.join(timeout);
  }
}
