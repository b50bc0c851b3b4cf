// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.testkit;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The threads that are inside a server in memory, so that its end can call them back. */
final class HeldExchanges {

  /** By the wall clock: an interrupt is noticed at once unless something is broken. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition none = lock.newCondition();
  private final Set<Thread> threads = new HashSet<>();
  private boolean closed;

  /**
   * The calling thread goes in.
   *
   * @throws InterruptedException if it is too late for that
   */
  void enter() throws InterruptedException {
    lock.lock();
    try {
      if (closed) {
        throw new InterruptedException("the server is closed");
      }
      threads.add(Thread.currentThread());
    } finally {
      lock.unlock();
    }
  }

  /** The calling thread has come out. */
  void leave() {
    lock.lock();
    try {
      threads.remove(Thread.currentThread());
      if (threads.isEmpty()) {
        none.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Lets nobody in any more, interrupts who is inside, and waits until all have come out. */
  void close() {
    lock.lock();
    try {
      closed = true;
      threads.forEach(Thread::interrupt);
      long left = PATIENCE.toNanos();
      while (!threads.isEmpty() && left > 0) {
        left = none.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }
}
