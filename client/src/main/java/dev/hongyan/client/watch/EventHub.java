// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.watch;

import dev.hongyan.client.event.Event;
import dev.hongyan.client.event.Overflow;
import dev.hongyan.client.event.Subscription;
import dev.hongyan.time.Time;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Passes events on to whoever watches, without ever waiting for them. */
public final class EventHub implements AutoCloseable {

  private final Time time;
  private final List<QueuedSubscription> subscriptions = new CopyOnWriteArrayList<>();

  public EventHub(Time time) {
    this.time = time;
  }

  /** Adds a watcher with a queue of so many events. */
  public Subscription subscribe(int capacity, Overflow overflow, Consumer<? super Event> watcher) {
    QueuedSubscription subscription =
        new QueuedSubscription(capacity, overflow, time.signal(), watcher, subscriptions::remove);
    subscriptions.add(subscription);
    subscription.start(time);
    return subscription;
  }

  /** Tells everybody. */
  public void publish(Event event) {
    subscriptions.forEach(subscription -> subscription.offer(event));
  }

  @Override
  public void close() {
    subscriptions.forEach(QueuedSubscription::close);
  }
}
