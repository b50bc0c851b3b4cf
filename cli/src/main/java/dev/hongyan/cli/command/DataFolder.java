// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.command;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;

/**
 * Where everything is kept: {@code world.db} of the server, {@code accounts/NAME} of the client.
 *
 * @param root the folder, which may not be there yet
 */
record DataFolder(Path root) {

  private static final String WORLD = "world.db";

  /** The one that was given, otherwise that of the XDG base directories. */
  static DataFolder of(Optional<Path> given, Map<String, String> environment) {
    return new DataFolder(given.orElseGet(() -> usual(environment)).toAbsolutePath().normalize());
  }

  private static Path usual(Map<String, String> environment) {
    Path xdg = Path.of(environment.getOrDefault("XDG_DATA_HOME", ""));
    // The specification has relative paths ignored.
    Path base = xdg.isAbsolute() ? xdg : home(environment).resolve(".local/share");
    return base.resolve("hongyan");
  }

  private static Path home(Map<String, String> environment) {
    return Path.of(environment.getOrDefault("HOME", System.getProperty("user.home", ".")));
  }

  /** The folder of an account. */
  Path account(String name) {
    return root.resolve("accounts").resolve(name);
  }

  /** Whether a server has kept a world here. */
  boolean holdsWorld() {
    return Files.exists(root.resolve(WORLD));
  }

  /** The folder, made for its owner only if it was not there. */
  Path made() throws IOException {
    return Files.createDirectories(root, ownerOnly("rwx------"));
  }

  /** What is made with these permissions, where the system knows such. */
  static FileAttribute<?>[] ownerOnly(String permissions) {
    if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      return new FileAttribute<?>[0];
    }
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
    };
  }
}
