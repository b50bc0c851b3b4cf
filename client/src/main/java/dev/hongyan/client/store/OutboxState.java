// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.store;

import dev.hongyan.client.message.SendOutcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** What an outbox knows at a moment. Not safe for several threads. */
final class OutboxState {

  private final SequencedMap<String, Outgoing> unsettled = new LinkedHashMap<>();
  private final SequencedMap<String, SendOutcome> settled = new LinkedHashMap<>();

  void add(Outgoing message) {
    settled.remove(message.clientId());
    unsettled.put(message.clientId(), message);
  }

  void settle(String clientId, SendOutcome outcome) {
    unsettled.remove(clientId);
    settled.put(clientId, outcome);
    if (settled.size() > OutboxStore.REMEMBERED_OUTCOMES) {
      settled.pollFirstEntry();
    }
  }

  void forget() {
    settled.clear();
  }

  Optional<SendOutcome> outcome(String clientId) {
    return Optional.ofNullable(settled.get(clientId));
  }

  List<Outgoing> unsettled() {
    return List.copyOf(unsettled.values());
  }

  SequencedMap<String, SendOutcome> settled() {
    return settled;
  }
}
