// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.sync;

import dev.hongyan.client.event.Event;
import dev.hongyan.client.message.Message;
import dev.hongyan.client.send.ClientIds;
import dev.hongyan.client.session.Retry;
import dev.hongyan.client.store.InboxStore;
import dev.hongyan.client.store.Pending;
import dev.hongyan.protocol.MalformedReplyException;
import dev.hongyan.time.Time;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes one message from the inbox through its handlers. */
final class HandlerRun implements Lanes.Delivery {

  private static final Logger LOG = LoggerFactory.getLogger(HandlerRun.class);

  private final InboxStore inbox;
  private final Inbound inbound;
  private final MessageSink sink;
  private final Time time;
  private final RandomGenerator chance;
  private final Consumer<Event> events;
  private final AtomicLong failures = new AtomicLong();
  private final AtomicBoolean stopping = new AtomicBoolean();

  HandlerRun(
      InboxStore inbox,
      Inbound inbound,
      MessageSink sink,
      Time time,
      RandomGenerator chance,
      Consumer<Event> events) {
    this.inbox = inbox;
    this.inbound = inbound;
    this.sink = sink;
    this.time = time;
    this.chance = chance;
    this.events = events;
  }

  /** From now on an interrupt means that the client closes. */
  void stop() {
    stopping.set(true);
  }

  /** How many messages a handler has failed on. */
  long failures() {
    return failures.get();
  }

  @Override
  public void deliver(Pending pending) throws InterruptedException {
    String id = pending.arrival().id();
    try {
      Message message = inbound.message(pending);
      kept(() -> inbox.begin(id));
      events.accept(new Event.MessageReceived(message));
      ClientIds.whileAnswering(id, () -> handle(message));
    } catch (MalformedReplyException e) {
      LOG.warn("message {} is unreadable and passed over: {}", id, e.getMessage());
    }
    kept(() -> inbox.done(id));
  }

  /** The user's code: whatever it throws, the chat's next message must come. */
  private void handle(Message message) throws InterruptedException {
    try {
      sink.handle(message);
    } catch (InterruptedException e) {
      if (stopping.get()) {
        throw e;
      }
      failed(message, e);
    } catch (Exception e) {
      failed(message, e);
    }
  }

  private void failed(Message message, Exception failure) {
    failures.incrementAndGet();
    LOG.warn("a handler failed on message {}", message.id(), failure);
  }

  /** A store that cannot write, on a full disk say, holds up this chat and loses nothing. */
  private void kept(Runnable change) throws InterruptedException {
    for (int failed = 1; ; failed++) {
      try {
        change.run();
        return;
      } catch (UncheckedIOException e) {
        LOG.error("the inbox cannot be written, trying again: {}", e.getMessage());
      }
      time.pause(Retry.PATIENCE.delay(failed, chance));
    }
  }
}
