// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.store;

import dev.hongyan.client.identity.IdentityStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * An account in a folder: {@code session}, {@code inbox}, {@code outbox}, {@code identities} and
 * {@code lock}.
 */
final class FolderAccountStore implements AccountStore {

  private final Path folder;

  FolderAccountStore(Path folder) {
    this.folder = folder;
    try {
      OwnerOnly.createFolder(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make the folder " + folder, e);
    }
  }

  @Override
  public SessionStore sessions() {
    return new FileSessionStore(folder.resolve("session"));
  }

  @Override
  public IdentityStore identities() {
    return FileIdentityStore.snapshot(folder.resolve("identities"));
  }

  @Override
  public Mailbox open() {
    FolderLock lock = FolderLock.take(folder);
    try {
      FileInbox inbox = new FileInbox(folder.resolve("inbox"));
      FileOutbox outbox = new FileOutbox(folder.resolve("outbox"));
      return new Owned(lock, inbox, outbox, new FileIdentityStore(folder.resolve("identities")));
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private record Owned(
      FolderLock lock, FileInbox inbox, FileOutbox outbox, FileIdentityStore identities)
      implements Mailbox {
    @Override
    public void close() {
      try (lock;
          inbox;
          outbox;
          identities) {
        // Closed in reverse order: nobody may open the files while we have them.
      }
    }
  }
}
