// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.sync;

import dev.hongyan.client.store.Pending;
import dev.hongyan.time.Signal;
import dev.hongyan.time.Task;
import dev.hongyan.time.Time;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/**
 * Hands messages on, those of one chat in order, chats side by side: each chat with messages
 * waiting has a thread, which ends with the last of them. The queues are what the durable inbox
 * holds anyway.
 */
final class Lanes implements AutoCloseable {

  /** With so many waiting, no more are fetched: the server keeps them, memory need not. */
  private static final int MOST_WAITING = 10_000;

  private static final Duration FOR_EVER = ChronoUnit.FOREVER.getDuration();

  private final Time time;
  private final Signal handled;
  private final Delivery delivery;
  private final Map<String, Lane> lanes = new HashMap<>();
  private int unhandled;
  private boolean closed;

  Lanes(Time time, Delivery delivery) {
    this.time = time;
    this.handled = time.signal();
    this.delivery = delivery;
  }

  /** Delivers one message. */
  @FunctionalInterface
  interface Delivery {
    /** Returns when the message is done with; interrupted when it is not. */
    void deliver(Pending message) throws InterruptedException;
  }

  private record Lane(Queue<Pending> waiting, Task task) {}

  /** Takes a message behind those of its chat. */
  synchronized void add(Pending message) {
    String chat = message.arrival().chat();
    Lane lane = lanes.get(chat);
    if (closed) {
      return;
    }
    unhandled++;
    if (lane != null) {
      lane.waiting.add(message);
    } else {
      Queue<Pending> waiting = new ArrayDeque<>(List.of(message));
      lanes.put(chat, new Lane(waiting, time.start("chat", () -> drain(chat, waiting))));
    }
  }

  private void drain(String chat, Queue<Pending> waiting) {
    try {
      Optional<Pending> next = next(chat, waiting);
      while (next.isPresent()) {
        delivery.deliver(next.get());
        countHandled();
        next = next(chat, waiting);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The next one; the lane is gone when there is none, at the same moment. */
  private synchronized Optional<Pending> next(String chat, Queue<Pending> waiting) {
    if (closed || waiting.isEmpty()) {
      lanes.remove(chat);
      return Optional.empty();
    }
    return Optional.of(waiting.remove());
  }

  private synchronized void countHandled() {
    unhandled--;
    handled.raise();
  }

  private synchronized boolean isFull() {
    return unhandled >= MOST_WAITING;
  }

  /** Waits until more messages may be fetched. */
  void awaitRoom() throws InterruptedException {
    while (isFull()) {
      var ignored = handled.await(FOR_EVER);
    }
  }

  private synchronized List<Task> stop() {
    closed = true;
    return lanes.values().stream().map(Lane::task).toList();
  }

  /** Interrupts the handlers and waits for them; what they are not done with stays pending. */
  @Override
  public void close() {
    List<Task> running = stop();
    running.forEach(Task::interrupt);
    running.forEach(Task::close);
  }
}
