// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.command;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A folder for what comes in on one pipe. A locked file beside it says that a process works with
 * it; the system lets go of the lock when that process ends, however it ends. What lies beside an
 * unlocked one was left by a process that was killed, and nobody knows of it. What somebody was
 * told of has no such file.
 */
final class SpoolFolder {

  private static final String PREFIX = "push-";
  private static final String LOCK = ".lock";

  private final Path path;
  private final Path lock;
  private final FileChannel locked;

  private SpoolFolder(Path path, Path lock, FileChannel locked) {
    this.path = path;
    this.lock = lock;
    this.locked = locked;
  }

  /**
   * A new one within this folder, for its owner only; what killed processes have left there goes.
   */
  static SpoolFolder in(Path parent) throws IOException {
    clear(parent);
    Path lock = Files.createTempFile(parent, PREFIX, LOCK);
    FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
    try {
      // Whoever clears just now may be quicker and take the file; the folder is not there yet.
      var ignored = channel.tryLock();
      Path path = Files.createDirectory(folderOf(lock), DataFolder.ownerOnly("rwx------"));
      return new SpoolFolder(path, lock, channel);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private static Path folderOf(Path lock) {
    String name = String.valueOf(lock.getFileName());
    return lock.resolveSibling(name.substring(0, name.length() - LOCK.length()));
  }

  private static void clear(Path parent) throws IOException {
    try (DirectoryStream<Path> locks = Files.newDirectoryStream(parent, PREFIX + "*" + LOCK)) {
      for (Path lock : locks) {
        clearUnlocked(lock);
      }
    }
  }

  private static void clearUnlocked(Path lock) throws IOException {
    try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
      if (channel.tryLock() != null) {
        delete(folderOf(lock));
        Files.deleteIfExists(lock);
      }
    } catch (NoSuchFileException | OverlappingFileLockException _) {
      // Somebody else has just cleared it, or works with it in this very process.
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(folder);
  }

  /** Where it is. */
  Path path() {
    return path;
  }

  /** Leaves it to the user, who is told of it. */
  void keep() throws IOException {
    Files.deleteIfExists(lock);
    locked.close();
  }

  /** Deletes it with what is in it. */
  void delete() throws IOException {
    delete(path);
    keep();
  }
}
