// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.http;

import dev.hongyan.time.Task;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The threads that answer requests right now; the listener owns them through this. */
final class RunningRequests {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition none = lock.newCondition();
  private final Set<Task> tasks = new HashSet<>();
  private volatile boolean stopping;

  void add(Task task) {
    lock.lock();
    try {
      tasks.add(task);
    } finally {
      lock.unlock();
    }
  }

  void remove(Task task) {
    lock.lock();
    try {
      tasks.remove(task);
      if (tasks.isEmpty()) {
        none.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Whether no request is to be started any more. */
  boolean stopping() {
    return stopping;
  }

  /** From now on no request is started. */
  void refuseMore() {
    stopping = true;
  }

  void interruptAll() {
    snapshot().forEach(Task::interrupt);
  }

  /**
   * Waits until all have answered. By the wall clock, also under virtual time.
   *
   * @return false if the time is over before
   */
  boolean awaitNone(Duration patience) throws InterruptedException {
    long left = patience.toNanos();
    lock.lockInterruptibly();
    try {
      while (!tasks.isEmpty()) {
        if (left <= 0) {
          return false;
        }
        left = none.awaitNanos(left);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  private List<Task> snapshot() {
    lock.lock();
    try {
      return List.copyOf(tasks);
    } finally {
      lock.unlock();
    }
  }
}
