// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.store;

import dev.hongyan.client.identity.Acquaintance;
import dev.hongyan.client.identity.StableId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is known of people, as a store's records have told it. */
final class IdentityState {

  /** Ten thousand friends and the strangers of some hundred rooms; more are forgotten again. */
  private static final int MOST = 100_000;

  private final Map<StableId, Acquaintance> all = new LinkedHashMap<>();
  private final Map<StableId, StableId> merged = new HashMap<>();

  /** Whoever is seen again goes to the end: those not seen for longest are forgotten first. */
  void put(Acquaintance one) {
    all.remove(one.id());
    all.put(one.id(), one);
    if (all.size() > MOST) {
      all.remove(all.keySet().iterator().next());
    }
  }

  void merge(StableId from, StableId into) {
    all.remove(from);
    merged.replaceAll((_, before) -> before.equals(from) ? into : before);
    merged.put(from, into);
  }

  void forget() {
    all.clear();
    merged.clear();
  }

  List<Acquaintance> all() {
    return new ArrayList<>(all.values());
  }

  Map<StableId, StableId> merged() {
    return Map.copyOf(merged);
  }
}
