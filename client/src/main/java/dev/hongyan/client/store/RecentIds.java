// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.store;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/** The last so many ids, oldest first. */
final class RecentIds {

  private final int limit;
  private final SequencedSet<String> ids = new LinkedHashSet<>();

  RecentIds(int limit) {
    this.limit = limit;
  }

  void add(String id) {
    ids.addLast(id);
    if (ids.size() > limit) {
      ids.removeFirst();
    }
  }

  void clear() {
    ids.clear();
  }

  boolean contains(String id) {
    return ids.contains(id);
  }

  List<String> all() {
    return List.copyOf(ids);
  }
}
