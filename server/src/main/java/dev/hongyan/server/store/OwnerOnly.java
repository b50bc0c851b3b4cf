// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Files and folders that only their owner may open: a world holds people's words and the keys of
 * their sessions. Where the system knows no such rights, its own rules are left alone.
 */
public final class OwnerOnly {

  private static final String FILE = "rw-------";
  private static final String FOLDER = "rwx------";

  private OwnerOnly() {}

  /**
   * Makes a folder and those above it, where they are missing. One that is there keeps its rights:
   * it may be anybody's, and what is ours in it is closed by itself.
   */
  public static void createFolder(Path folder) throws IOException {
    Files.createDirectories(folder, rights(FOLDER));
  }

  /** Makes a file if it is missing, and closes it to others whether it was there or not. */
  public static void createFile(Path file) throws IOException {
    try {
      Files.createFile(file, rights(FILE));
    } catch (FileAlreadyExistsException expected) {
      closeFile(file);
    }
  }

  /** Closes a file to others, if it is there. */
  public static void closeFile(Path file) throws IOException {
    if (isPosix() && Files.isRegularFile(file)) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(FILE));
    }
  }

  private static FileAttribute<?>[] rights(String text) {
    return isPosix()
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text))
        }
        : new FileAttribute<?>[0];
  }

  private static boolean isPosix() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  }
}
