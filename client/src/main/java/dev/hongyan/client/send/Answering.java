// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.send;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Which message a thread is handling. What it sends meanwhile gets ids made of that message's id
 * and a count, so that a handler that runs again after a crash sends the same messages again, not
 * others.
 */
final class Answering {

  private final String incoming;
  private final AtomicInteger count = new AtomicInteger();

  Answering(String incoming) {
    this.incoming = incoming;
  }

  /** The name of the next message sent while handling this one. */
  String next() {
    return incoming + ":" + count.incrementAndGet();
  }
}
