// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.time;

import java.time.Duration;

/** A thread registered with a waiting room; its end is a gate that stays open. */
record VirtualTask(WaitingRoom room, Thread thread, WaitingRoom.Gate end) implements OwnedTask {

  static VirtualTask start(WaitingRoom room, String name, Runnable body) {
    WaitingRoom.Gate end = room.lastingGate();
    Thread thread = Thread.ofVirtual().name(name).unstarted(() -> run(room, body, end));
    room.register(thread);
    thread.start();
    return new VirtualTask(room, thread, end);
  }

  private static void run(WaitingRoom room, Runnable body, WaitingRoom.Gate end) {
    Thread self = Thread.currentThread();
    try {
      body.run();
    } catch (Throwable escaped) {
      // Called here and not by the JDK, so that whoever joins finds it called.
      self.getUncaughtExceptionHandler().uncaughtException(self, escaped);
    } finally {
      // In this order: whoever joins runs again before this thread stops holding time back.
      end.raise();
      room.leave(self);
    }
  }

  @Override
  public void interrupt() {
    room.interrupt(thread);
  }

  @Override
  public boolean isDone() {
    return end.isOpen();
  }

  @Override
  public boolean join(Duration timeout) throws InterruptedException {
    return end.await(timeout);
  }
}
