// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.http;

import java.util.concurrent.atomic.AtomicLong;

/** An amount that many share: bytes of memory, places for connections. */
final class Budget {

  private final AtomicLong left;

  Budget(long amount) {
    left = new AtomicLong(amount);
  }

  /** Takes this much, or nothing and false if there is less. */
  boolean take(long amount) {
    if (left.addAndGet(-amount) >= 0) {
      return true;
    }
    left.addAndGet(amount);
    return false;
  }

  void giveBack(long amount) {
    left.addAndGet(amount);
  }

  long left() {
    return left.get();
  }
}
