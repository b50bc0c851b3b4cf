// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.coverage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Source files of the project, and who of them speaks of what. */
record Sources(List<File> files) {

  private static final Path PROJECT = Path.of("..");

  /**
   * A file.
   *
   * @param name without its ending
   */
  record File(String name, String text, JavaSource java) {

    private static File read(Path path) {
      try {
        String name = String.valueOf(path.getFileName());
        String text = Files.readString(path);
        return new File(name.substring(0, name.lastIndexOf('.')), text, JavaSource.of(text));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private JavaType type() {
      return new JavaType(java.packageName(), name);
    }
  }

  /** Those below these folders of the project; a folder that is missing has none. */
  static Sources in(String... folders) {
    List<File> files = new ArrayList<>();
    for (String folder : folders) {
      Path root = PROJECT.resolve(folder);
      if (Files.isDirectory(root)) {
        files.addAll(read(root));
      }
    }
    return new Sources(List.copyOf(files));
  }

  private static List<File> read(Path root) {
    try (Stream<Path> found = Files.walk(root)) {
      return found.filter(Sources::isSource).map(File::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isSource(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(".java") || name.endsWith(".js");
  }

  /** Those of them for which this holds. */
  Sources only(Predicate<File> condition) {
    return new Sources(files.stream().filter(condition).toList());
  }

  /** The source of a class. */
  String of(String name) {
    return file(name).text();
  }

  /** The type that the file of this name is about. */
  JavaType type(String name) {
    return file(name).type();
  }

  private File file(String name) {
    return files.stream()
        .filter(file -> file.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no source of " + name));
  }

  /** Names of the files in which the pattern is found. */
  List<String> with(Pattern pattern) {
    return only(file -> pattern.matcher(file.text()).find()).names();
  }

  /** Those that speak of one of these types. */
  Sources naming(List<JavaType> types) {
    return only(file -> types.stream().anyMatch(type -> type.isNamedIn(file.java())));
  }

  Sources naming(JavaType type) {
    return naming(List.of(type));
  }

  /** Those that take this constant of the type. */
  Sources naming(JavaType type, String constant) {
    return naming(type).only(file -> file.java().names(type.name() + "." + constant));
  }

  /** Names of the files. */
  List<String> names() {
    return files.stream().map(File::name).distinct().sorted().toList();
  }
}
