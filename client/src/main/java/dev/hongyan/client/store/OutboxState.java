// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.store;

import dev.hongyan.client.message.SendOutcome;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** What an outbox knows at a moment. Not safe for several threads. */
final class OutboxState {

  private final SequencedMap<String, Outgoing> unsettled = new LinkedHashMap<>();
  private final SequencedMap<String, SendOutcome> settled = new LinkedHashMap<>();

  private final Map<String, UploadMark> uploads = new HashMap<>();

  void add(Outgoing message) {
    settled.remove(message.clientId());
    Outgoing before = unsettled.put(message.clientId(), message);
    if (before != null && !before.content().equals(message.content())) {
      uploads.remove(message.clientId()); // of another file
    }
  }

  void settle(String clientId, SendOutcome outcome) {
    unsettled.remove(clientId);
    uploads.remove(clientId);
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

  void mark(String clientId, UploadMark mark) {
    if (unsettled.containsKey(clientId)) {
      uploads.put(clientId, mark);
    }
  }

  Optional<UploadMark> upload(String clientId) {
    return Optional.ofNullable(uploads.get(clientId));
  }

  List<Outgoing> unsettled() {
    return List.copyOf(unsettled.values());
  }

  SequencedMap<String, SendOutcome> settled() {
    return settled;
  }
}
