// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The right to a folder, held by one owner at a time. The system takes it back when the process
 * ends, however it ends; the file itself stays.
 */
final class FolderLock implements AutoCloseable {

  /**
   * What this process holds. POSIX keeps locks per process and drops them all when any descriptor
   * of the file is closed: so a second owner within the process must not even open the file.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel channel;

  private FolderLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /** The right to the folder, if nobody has it. */
  static Optional<FolderLock> tryTake(Path folder) {
    try {
      return Optional.of(take(folder));
    } catch (AccountInUseException _) {
      return Optional.empty();
    }
  }

  static FolderLock take(Path folder) {
    try {
      Path real = folder.toRealPath();
      if (!HELD.add(real)) {
        throw inUse(folder);
      }
      try {
        return new FolderLock(real, lockedChannel(real));
      } catch (IOException | RuntimeException e) {
        HELD.remove(real);
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot lock " + folder, e);
    }
  }

  private static FileChannel lockedChannel(Path folder) throws IOException {
    FileChannel channel = OwnerOnly.open(folder.resolve("lock"));
    if (channel.tryLock() == null) {
      channel.close();
      throw inUse(folder);
    }
    return channel;
  }

  private static AccountInUseException inUse(Path folder) {
    return new AccountInUseException("the account in " + folder);
  }

  @Override
  public void close() {
    if (!channel.isOpen()) {
      return;
    }
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot unlock " + folder, e);
    } finally {
      HELD.remove(folder);
    }
  }
}
