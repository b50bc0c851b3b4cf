// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an inbox knows at a moment. Not safe for several threads. */
final class InboxState {

  private final RecentIds recent = new RecentIds(InboxStore.REMEMBERED_IDS);
  private final RecentArrivals handled =
      new RecentArrivals(InboxStore.KEPT_MESSAGES, InboxStore.KEPT_CHARACTERS);
  private final Map<String, Pending> pending = new LinkedHashMap<>();
  private OptionalLong account = OptionalLong.empty();
  private @Nullable Position position;

  OptionalLong account() {
    return account;
  }

  /** The ids of another account's messages may be those of this one's. */
  void belongTo(long owner) {
    account = OptionalLong.of(owner);
    recent.clear();
    handled.clear();
  }

  Optional<Position> position() {
    return Optional.ofNullable(position);
  }

  void moveTo(Position next) {
    position = next;
  }

  /** Those that are neither known nor twice in the list. */
  List<Arrival> unknown(List<Arrival> arrived) {
    Set<String> seen = new HashSet<>();
    return arrived.stream()
        .filter(a -> !recent.contains(a.id()) && !pending.containsKey(a.id()) && seen.add(a.id()))
        .toList();
  }

  void add(Arrival arrival, boolean begun) {
    recent.add(arrival.id());
    pending.put(arrival.id(), new Pending(arrival, begun));
  }

  void remember(String id) {
    recent.add(id);
  }

  void begin(String id) {
    pending.computeIfPresent(id, (_, p) -> new Pending(p.arrival(), true));
  }

  void done(String id) {
    Pending now = pending.remove(id);
    if (now != null) {
      handled.add(now.arrival());
    }
  }

  Optional<Arrival> find(String id) {
    return Optional.ofNullable(pending.get(id)).map(Pending::arrival).or(() -> handled.find(id));
  }

  List<Arrival> handled() {
    return handled.all();
  }

  List<Pending> pending() {
    return new ArrayList<>(pending.values());
  }

  List<String> recentIds() {
    return recent.all();
  }
}
