// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.store;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** An inbox that lasts as long as the process. */
final class MemoryInbox implements InboxStore {

  private final InboxState state = new InboxState();

  @Override
  public synchronized OptionalLong account() {
    return state.account();
  }

  @Override
  public synchronized void belongTo(long account) {
    state.belongTo(account);
  }

  @Override
  public synchronized Optional<Position> position() {
    return state.position();
  }

  @Override
  public synchronized void start(Position position) {
    state.moveTo(position);
  }

  @Override
  public synchronized List<Arrival> append(List<Arrival> arrived, Position position) {
    List<Arrival> fresh = state.unknown(arrived);
    state.moveTo(position);
    fresh.forEach(arrival -> state.add(arrival, false));
    return fresh;
  }

  @Override
  public synchronized List<Pending> pending() {
    return state.pending();
  }

  @Override
  public synchronized Optional<Arrival> find(String id) {
    return state.find(id);
  }

  @Override
  public synchronized void begin(String id) {
    state.begin(id);
  }

  @Override
  public synchronized void done(String id) {
    state.done(id);
  }
}
