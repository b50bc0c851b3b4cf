// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.coverage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Source files of the project by class name, and who of them speaks of what. */
record Sources(Map<String, String> files) {

  private static final Path PROJECT = Path.of("..");

  /** Those below these folders of the project; a folder that is missing has none. */
  static Sources in(String... folders) {
    Map<String, String> files = new TreeMap<>();
    for (String folder : folders) {
      Path root = PROJECT.resolve(folder);
      if (Files.isDirectory(root)) {
        files.putAll(read(root));
      }
    }
    return new Sources(files);
  }

  private static Map<String, String> read(Path root) {
    try (Stream<Path> found = Files.walk(root)) {
      Map<String, String> files = new TreeMap<>();
      for (Path file : found.filter(Sources::isSource).toList()) {
        String name = String.valueOf(file.getFileName());
        files.put(name.substring(0, name.lastIndexOf('.')), Files.readString(file));
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isSource(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(".java") || name.endsWith(".js");
  }

  /** The source of a class. */
  String of(String name) {
    String source = files.get(name);
    if (source == null) {
      throw new IllegalArgumentException("no source of " + name);
    }
    return source;
  }

  /** Names of the files in which the pattern is found. */
  List<String> with(Pattern pattern) {
    return where(source -> pattern.matcher(source).find());
  }

  private List<String> where(Predicate<String> condition) {
    return files.entrySet().stream()
        .filter(file -> condition.test(file.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }
}
