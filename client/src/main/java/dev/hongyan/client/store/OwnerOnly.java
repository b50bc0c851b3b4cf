// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files and folders that only their owner may read: they hold keys and people's words. */
final class OwnerOnly {

  private OwnerOnly() {}

  /** Makes the folder and those above it, where they are missing; what is there stays as it is. */
  static void createFolder(Path folder) throws IOException {
    Files.createDirectories(folder, rights("rwx------"));
  }

  /** Makes an empty file, in place of one that is there. */
  static void createFile(Path file) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(file, rights("rw-------"));
  }

  /** Opens a file for writing, makes an empty one where none is, and leaves its content alone. */
  static FileChannel open(Path file) throws IOException {
    Set<OpenOption> options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    return FileChannel.open(file, options, rights("rw-------"));
  }

  /** Makes the entry of a file in its folder last; systems that cannot do so are left alone. */
  static void syncFolder(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !isPosix()) {
      return;
    }
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // The rename itself has happened; without this only a power cut could take it back.
    }
  }

  private static FileAttribute<?>[] rights(String text) {
    if (!isPosix()) {
      return new FileAttribute<?>[0];
    }
    Set<PosixFilePermission> permissions = PosixFilePermissions.fromString(text);
    return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)};
  }

  private static boolean isPosix() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  }
}
