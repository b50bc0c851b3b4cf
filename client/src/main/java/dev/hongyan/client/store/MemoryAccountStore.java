// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.store;

import dev.hongyan.client.identity.IdentityStore;
import java.util.concurrent.atomic.AtomicBoolean;

/** An account in memory; a second client over the same object sees what the first has left. */
final class MemoryAccountStore implements AccountStore {

  private final SessionStore sessions = new MemorySessionStore();
  private final InboxStore inbox = new MemoryInbox();
  private final OutboxStore outbox = new MemoryOutbox();
  private final IdentityStore identities = new MemoryIdentityStore();
  private final AtomicBoolean owned = new AtomicBoolean();

  @Override
  public SessionStore sessions() {
    return sessions;
  }

  @Override
  public IdentityStore identities() {
    return new MemoryIdentityStore(identities);
  }

  @Override
  public Mailbox open() {
    if (!owned.compareAndSet(false, true)) {
      throw new AccountInUseException("this account");
    }
    return new Owned();
  }

  private final class Owned implements Mailbox {
    @Override
    public InboxStore inbox() {
      return inbox;
    }

    @Override
    public OutboxStore outbox() {
      return outbox;
    }

    @Override
    public IdentityStore identities() {
      return identities;
    }

    @Override
    public void close() {
      owned.set(false);
    }
  }
}
