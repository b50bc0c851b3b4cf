// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.event;

/** A watcher of events with a queue and a thread of its own; a slow one slows only itself. */
public interface Subscription extends AutoCloseable {

  /** How many events were dropped because the queue was full. */
  long dropped();

  /** Ends the thread and waits for it, unless called by it. Events still queued are dropped. */
  @Override
  void close();
}
