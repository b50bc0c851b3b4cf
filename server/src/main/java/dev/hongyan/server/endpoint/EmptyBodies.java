// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.endpoint;

import dev.hongyan.server.world.MessageId;
import dev.hongyan.server.world.Switch;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Downloads that have no body yet, for accounts that are treated so (protocol reference 3.20). In
 * memory only, the oldest are forgotten. Safe for use by many threads.
 */
final class EmptyBodies {

  private static final int REMEMBERED = 10_000;

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Key, Integer> given = new LinkedHashMap<>();

  private record Key(long session, MessageId message) {}

  /** Whether this download is one of those; if so it is counted. */
  boolean isNext(Guest guest, MessageId message) {
    int wanted = guest.switched(Switch.EMPTY_MEDIA);
    if (wanted == 0) {
      return false;
    }
    Key key = new Key(guest.session().number(), message);
    lock.lock();
    try {
      int before = given.getOrDefault(key, 0);
      given.put(key, before + 1);
      if (given.size() > REMEMBERED) {
        given.remove(given.keySet().iterator().next());
      }
      return before < wanted;
    } finally {
      lock.unlock();
    }
  }
}
