// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.build;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import org.sqlite.util.LibraryLoaderUtil;

/** Lays out what every start would have to make for itself otherwise. */
final class Preparation {

  private Preparation() {}

  /**
   * Prepares a folder of jars.
   *
   * @param args a folder for native libraries, then the jars whose classes may be old
   */
  public static void main(String[] args) throws IOException {
    layOutSqlite(Path.of(args[0]));
    for (int i = 1; i < args.length; i++) {
      RaisedClasses.raise(Path.of(args[i]));
    }
  }

  /** Otherwise each server asks which system this is and unpacks a megabyte for itself. */
  static Path layOutSqlite(Path folder) throws IOException {
    String name = LibraryLoaderUtil.getNativeLibName();
    String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
    Path library = Files.createDirectories(folder).resolve(name);
    try (InputStream in = LibraryLoaderUtil.class.getResourceAsStream(resource)) {
      Files.copy(
          Objects.requireNonNull(in, resource), library, StandardCopyOption.REPLACE_EXISTING);
    }
    return library;
  }
}
