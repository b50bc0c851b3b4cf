// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.time;

/** Looks at threads from outside. */
final class Threads {

  private Threads() {}

  /** Comes back once the thread is parked: for threads of which no signal can tell. */
  static void awaitWaiting(Thread thread) {
    awaitState(thread, Thread.State.WAITING);
  }

  /** The same for a thread parked with a deadline of the wall clock. */
  static void awaitTimedWaiting(Thread thread) {
    awaitState(thread, Thread.State.TIMED_WAITING);
  }

  private static void awaitState(Thread thread, Thread.State state) {
    while (thread.getState() != state) {
      Thread.onSpinWait();
    }
  }

  static void awaitWaiting(Task task) {
    awaitWaiting(((OwnedTask) task).thread());
  }
}
