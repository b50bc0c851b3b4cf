// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.watch;

import dev.hongyan.client.event.Event;
import dev.hongyan.client.event.Overflow;
import dev.hongyan.client.event.Subscription;
import dev.hongyan.time.Signal;
import dev.hongyan.time.Task;
import dev.hongyan.time.Time;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A watcher with a bounded queue and a thread. */
final class QueuedSubscription implements Subscription {

  private static final Logger LOG = LoggerFactory.getLogger(QueuedSubscription.class);
  private static final Duration FOR_EVER = ChronoUnit.FOREVER.getDuration();

  private final int capacity;
  private final Overflow overflow;
  private final Signal news;
  private final Consumer<? super Event> watcher;
  private final Consumer<QueuedSubscription> closed;
  private final Deque<Event> queue = new ArrayDeque<>();
  private final AtomicLong dropped = new AtomicLong();
  private @Nullable Task task;

  QueuedSubscription(
      int capacity,
      Overflow overflow,
      Signal news,
      Consumer<? super Event> watcher,
      Consumer<QueuedSubscription> closed) {
    if (capacity < 1) {
      throw new IllegalArgumentException("capacity is " + capacity + ", allowed: 1 or more");
    }
    this.capacity = capacity;
    this.overflow = overflow;
    this.news = news;
    this.watcher = watcher;
    this.closed = closed;
  }

  void start(Time time) {
    task = time.start("events", this::run);
  }

  void offer(Event event) {
    synchronized (queue) {
      if (queue.size() == capacity) {
        dropped.incrementAndGet();
        if (overflow == Overflow.DROP_NEWEST) {
          return;
        }
        queue.removeFirst();
      }
      queue.addLast(event);
    }
    news.raise();
  }

  private void run() {
    try {
      while (true) {
        Optional<Event> next = poll();
        if (next.isPresent()) {
          tell(next.get());
        } else {
          var ignored = news.await(FOR_EVER);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Optional<Event> poll() {
    synchronized (queue) {
      return Optional.ofNullable(queue.pollFirst());
    }
  }

  private void tell(Event event) {
    try {
      watcher.accept(event);
    } catch (RuntimeException e) {
      LOG.warn("a watcher of events failed on {}", event.getClass().getSimpleName(), e);
    }
  }

  @Override
  public long dropped() {
    return dropped.get();
  }

  @Override
  public void close() {
    closed.accept(this);
    if (task != null) {
      task.close();
    }
  }
}
