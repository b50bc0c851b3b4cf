// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.store;

import dev.hongyan.client.identity.Acquaintance;
import dev.hongyan.client.identity.IdentityStore;
import dev.hongyan.client.identity.StableId;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Who is who, as long as this object lasts. */
final class MemoryIdentityStore implements IdentityStore {

  private final IdentityState state = new IdentityState();

  MemoryIdentityStore() {}

  /** What another one knows at this moment. */
  MemoryIdentityStore(IdentityStore other) {
    other.all().forEach(state::put);
    other.merged().forEach(state::merge);
  }

  @Override
  public synchronized List<Acquaintance> all() {
    return state.all();
  }

  @Override
  public synchronized Map<StableId, StableId> merged() {
    return state.merged();
  }

  @Override
  public synchronized void put(Collection<Acquaintance> acquaintances) {
    acquaintances.forEach(state::put);
  }

  @Override
  public synchronized void forget() {
    state.forget();
  }

  @Override
  public synchronized void merge(StableId from, StableId into) {
    state.merge(from, into);
  }
}
