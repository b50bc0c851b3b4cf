// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.store;

import dev.hongyan.client.identity.IdentityStore;
import java.nio.file.Path;

/** All that is kept of one account. */
public interface AccountStore {

  /** A store that lasts as long as this object. */
  static AccountStore inMemory() {
    return new MemoryAccountStore();
  }

  /**
   * A store in files of this folder, readable by their owner only. It survives the end of the
   * process at any moment; what arrived also survives a power cut. The folder is made if missing.
   */
  static AccountStore folder(Path folder) {
    return new FolderAccountStore(folder);
  }

  /** The session, which other processes may read too. */
  SessionStore sessions();

  /**
   * Who is who as of now, for those who only look: what is put into it is not kept.
   *
   * @throws IllegalStateException if it was written by a newer version
   */
  IdentityStore identities();

  /**
   * Opens inbox, outbox and identities, which belong to one owner at a time.
   *
   * @throws AccountInUseException if another process or another client of this one has them open
   * @throws IllegalStateException if they were written by a newer version
   */
  Mailbox open();
}
