// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.time;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Time as the JDK and the machine have it. */
final class SystemTime implements Time {

  @Override
  public Instant instant() {
    return Instant.now();
  }

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public void pause(Duration duration) throws InterruptedException {
    // A negative sleep would not notice an interrupt.
    Thread.sleep(duration.isNegative() ? Duration.ZERO : duration);
  }

  @Override
  public Signal signal() {
    return new SystemSignal();
  }

  @Override
  public Task start(String name, Runnable body) {
    return new SystemTask(Thread.ofVirtual().name(name).start(body));
  }

  private static final class SystemSignal implements Signal {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition raisedOrOver = lock.newCondition();
    private boolean raised;

    @Override
    public void raise() {
      lock.lock();
      try {
        raised = true;
        raisedOrOver.signal();
      } finally {
        lock.unlock();
      }
    }

    @Override
    public boolean await(Duration timeout) throws InterruptedException {
      long left = TimeUnit.NANOSECONDS.convert(timeout);
      lock.lockInterruptibly();
      try {
        while (!raised) {
          if (left <= 0) {
            return false;
          }
          left = raisedOrOver.awaitNanos(left);
        }
        raised = false;
        return true;
      } finally {
        lock.unlock();
      }
    }
  }
}
