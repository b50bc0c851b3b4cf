// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** An account in a folder: {@code session}, {@code inbox}, {@code outbox} and {@code lock}. */
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
  public Mailbox open() {
    FolderLock lock = FolderLock.take(folder);
    try {
      FileInbox inbox = new FileInbox(folder.resolve("inbox"));
      return new Owned(lock, inbox, new FileOutbox(folder.resolve("outbox")));
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private record Owned(FolderLock lock, FileInbox inbox, FileOutbox outbox) implements Mailbox {
    @Override
    public void close() {
      try (lock;
          inbox;
          outbox) {
        // Closed in reverse order: nobody may open the files while we have them.
      }
    }
  }
}
