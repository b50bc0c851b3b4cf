// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.store;

import dev.hongyan.client.message.SendOutcome;
import java.util.List;
import java.util.Optional;

/** An outbox that lasts as long as the process. */
final class MemoryOutbox implements OutboxStore {

  private final OutboxState state = new OutboxState();

  @Override
  public synchronized void add(Outgoing message) {
    state.add(message);
  }

  @Override
  public synchronized void settle(String clientId, SendOutcome outcome) {
    state.settle(clientId, outcome);
  }

  @Override
  public synchronized Optional<SendOutcome> outcome(String clientId) {
    return state.outcome(clientId);
  }

  @Override
  public synchronized void forget() {
    state.forget();
  }

  @Override
  public synchronized void mark(String clientId, UploadMark mark) {
    state.mark(clientId, mark);
  }

  @Override
  public synchronized Optional<UploadMark> upload(String clientId) {
    return state.upload(clientId);
  }

  @Override
  public synchronized List<Outgoing> unsettled() {
    return state.unsettled();
  }
}
