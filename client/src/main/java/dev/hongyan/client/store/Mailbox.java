// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.store;

import dev.hongyan.client.identity.IdentityStore;
import java.util.OptionalLong;

/** What belongs to one owner of an account at a time, in his hands until closed. */
public interface Mailbox extends AutoCloseable {

  /** What has arrived. */
  InboxStore inbox();

  /** What is being sent. */
  OutboxStore outbox();

  /**
   * Makes this the mailbox of an account. What is kept is known by names and ids that mean nothing
   * in another account, so an account that comes after another finds it empty or not at all.
   *
   * @param account the account's number, the same in all its sessions
   * @return false if messages of another account wait here: then nothing has changed
   */
  default boolean claim(long account) {
    OptionalLong before = inbox().account();
    if (before.isPresent() && before.getAsLong() == account) {
      return true;
    }
    if (before.isPresent()) {
      if (!inbox().pending().isEmpty() || !outbox().unsettled().isEmpty()) {
        return false;
      }
      outbox().forget();
      identities().forget();
    }
    inbox().belongTo(account);
    return true;
  }

  /** Who is who. */
  IdentityStore identities();

  /** Lets another owner have them. */
  @Override
  void close();
}
