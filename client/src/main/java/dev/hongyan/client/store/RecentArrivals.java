// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** The last messages that handlers were done with, oldest first, within a number and a size. */
final class RecentArrivals {

  private final int limit;
  private final int characters;
  private final SequencedMap<String, Arrival> arrivals = new LinkedHashMap<>();
  private int size;

  RecentArrivals(int limit, int characters) {
    this.limit = limit;
    this.characters = characters;
  }

  void add(Arrival arrival) {
    Arrival before = arrivals.putLast(arrival.id(), arrival);
    size += sizeOf(arrival) - (before == null ? 0 : sizeOf(before));
    while (arrivals.size() > limit || size > characters) {
      size -= sizeOf(arrivals.pollFirstEntry().getValue());
    }
  }

  void clear() {
    arrivals.clear();
    size = 0;
  }

  Optional<Arrival> find(String id) {
    return Optional.ofNullable(arrivals.get(id));
  }

  List<Arrival> all() {
    return List.copyOf(arrivals.values());
  }

  private static int sizeOf(Arrival arrival) {
    return arrival.content().length();
  }
}
