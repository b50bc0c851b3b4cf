// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * One process's claim on a database file. SQLite would let two in; but who waits for mail is woken
 * by the process that writes it, so a second one would leave the first asleep.
 *
 * <p>The lock is on a file beside the database: closing a descriptor of the database itself would
 * drop SQLite's own locks.
 */
final class Claim implements AutoCloseable {

  private final FileChannel channel;

  private Claim(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Claims the file, and makes it if need be, for its owner's eyes alone: it holds the keys of
   * sessions.
   *
   * @throws StoreException if another process has it, or it cannot be written
   */
  static Claim on(Path file) {
    Path lockFile = file.resolveSibling(file.getFileName() + ".lock");
    try {
      OwnerOnly.createFile(file);
      OwnerOnly.createFile(lockFile);
      closeLeftovers(file);
      return lock(FileChannel.open(lockFile, StandardOpenOption.WRITE), file);
    } catch (IOException e) {
      throw new StoreException("cannot write " + file, e);
    }
  }

  /** A killed process leaves its log with the rights that the database had then. */
  private static void closeLeftovers(Path file) throws IOException {
    OwnerOnly.closeFile(file.resolveSibling(file.getFileName() + "-wal"));
    OwnerOnly.closeFile(file.resolveSibling(file.getFileName() + "-shm"));
  }

  private static Claim lock(FileChannel channel, Path file) throws IOException {
    @Nullable FileLock lock = null;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      throw new StoreException(taken(file), e);
    } finally {
      if (lock == null) {
        channel.close();
      }
    }
    if (lock == null) {
      throw new StoreException(taken(file), new IOException("locked"));
    }
    return new Claim(channel);
  }

  private static String taken(Path file) {
    return "another server is using " + file;
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new StoreException("cannot give up the claim on the database", e);
    }
  }
}
