// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.sync;

import dev.hongyan.client.contact.Directory;
import dev.hongyan.client.contact.Senders;
import dev.hongyan.client.identity.Identities;
import dev.hongyan.client.message.Message;
import dev.hongyan.client.session.Session;
import dev.hongyan.client.store.InboxStore;
import dev.hongyan.client.store.Pending;
import dev.hongyan.protocol.MalformedReplyException;
import dev.hongyan.protocol.message.Recall;
import java.util.Optional;

/** What was said by messages that have been taken back. */
public final class Originals {

  private final InboxStore inbox;
  private final Inbound inbound;

  public Originals(InboxStore inbox, Session session, Directory directory, Identities identities) {
    this.inbox = inbox;
    this.inbound = new Inbound(session, new Senders(directory), new Introductions(identities));
  }

  /** The message as it came, if it came here and not too long ago. */
  public Optional<Message> of(Recall recall) throws InterruptedException {
    var kept = inbox.find(recall.recalled().toString());
    if (kept.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(inbound.message(new Pending(kept.get(), false)));
    } catch (MalformedReplyException _) { // its handlers were not told of it either
      return Optional.empty();
    }
  }
}
