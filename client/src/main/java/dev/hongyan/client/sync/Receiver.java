// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.sync;

import dev.hongyan.client.contact.Directory;
import dev.hongyan.client.contact.Senders;
import dev.hongyan.client.event.Event;
import dev.hongyan.client.identity.Identities;
import dev.hongyan.client.session.Session;
import dev.hongyan.client.session.SyncKeys;
import dev.hongyan.client.store.InboxStore;
import dev.hongyan.time.Task;
import dev.hongyan.time.Time;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Receives the messages of one session: one thread that syncs, and one per chat with news. */
public final class Receiver implements AutoCloseable {

  private final Session session;
  private final InboxStore inbox;
  private final Time time;
  private final HandlerRun handlers;
  private final Lanes lanes;
  private final SyncLoop loop;
  private @Nullable Task task;

  public Receiver(
      Session session,
      InboxStore inbox,
      Directory directory,
      Identities identities,
      MessageSink sink,
      Time time,
      RandomGenerator chance,
      Consumer<Event> events) {
    this.session = session;
    this.inbox = inbox;
    this.time = time;
    Introductions introductions = new Introductions(identities);
    Inbound inbound = new Inbound(session, new Senders(directory), introductions);
    this.handlers = new HandlerRun(inbox, inbound, sink, time, chance, events);
    this.lanes = new Lanes(time, handlers);
    News news = new News(directory, introductions, events);
    this.loop = new SyncLoop(session, inbox, inbound, news, lanes, time, chance, events);
  }

  /** Hands on what is pending from an earlier life, then asks for news from these keys on. */
  public synchronized void start(SyncKeys keys) {
    if (task == null) {
      inbox.pending().forEach(lanes::add);
      task = time.start("sync-" + session.id(), () -> loop.run(keys));
    }
  }

  /** How many messages a handler has failed on. */
  public long handlerFailures() {
    return handlers.failures();
  }

  /** Ends all threads and waits for them; messages whose handlers were at it stay pending. */
  @Override
  public void close() {
    Task running = running();
    if (running != null) {
      running.close();
    }
    handlers.stop();
    lanes.close();
  }

  private synchronized @Nullable Task running() {
    return task;
  }
}
