// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.util.OSInfo;
import picocli.CommandLine;

@Timeout(120)
class PreparationTest {

  private static final int JAVA_6 = 50;

  @TempDir private Path folder;

  private Path picocli() throws IOException, URISyntaxException {
    Path jar =
        Path.of(CommandLine.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    return Files.copy(jar, folder.resolve("picocli.jar"));
  }

  private static List<JarEntry> classes(JarFile jar) {
    return jar.stream().filter(entry -> entry.getName().endsWith(".class")).toList();
  }

  @Test
  void noClassIsTooOldForTheCache() throws Exception {
    Path jar = picocli();

    RaisedClasses.raise(jar);

    try (JarFile raised = new JarFile(jar.toFile())) {
      assertThat(classes(raised)).hasSizeGreaterThan(100);
      for (JarEntry entry : classes(raised)) {
        try (var in = new DataInputStream(raised.getInputStream(entry))) {
          in.skipNBytes(6);
          assertThat(in.readUnsignedShort()).as(entry.getName()).isGreaterThanOrEqualTo(JAVA_6);
        }
      }
    }
    try (var left = Files.list(folder)) {
      assertThat(left).containsExactly(jar);
    }
  }

  @Test
  void raisedClassesPassTheVerifier() throws Exception {
    Path jar = picocli();

    RaisedClasses.raise(jar);

    List<String> verified = new ArrayList<>();
    try (JarFile raised = new JarFile(jar.toFile());
        var loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
      for (JarEntry entry : classes(raised)) {
        String name = entry.getName().replace('/', '.').replaceFirst("\\.class$", "");
        // Some extend classes of Groovy, which is not here; module-info is no class.
        if (name.startsWith("picocli.CommandLine")) {
          Class<?> type = Class.forName(name, true, loader);
          assertThat(type.getClassLoader()).isSameAs(loader);
          verified.add(name);
        }
      }
    }
    assertThat(verified).hasSizeGreaterThan(100);
  }

  @Test
  void laysOutTheLibraryThatSqliteWouldUnpack() throws Exception {
    Path library = Preparation.layOutSqlite(folder.resolve("native"));

    String resource = "/org/sqlite/native/" + OSInfo.getNativeLibFolderPathForCurrentOS() + "/";
    try (var in = OSInfo.class.getResourceAsStream(resource + library.getFileName())) {
      assertThat(library).hasBinaryContent(in.readAllBytes());
    }
  }

  /** Whatever it does not run, the next start loads slowly. */
  @Test
  void rehearsesFromTheLoginToTheLogout() throws Exception {
    new Rehearsal(folder, new PrintStream(OutputStream.nullOutputStream())).play();

    assertThat(folder.resolve("hongyan").resolve("world.db")).isRegularFile();
    assertThat(folder.resolve("hongyan/accounts/default/session")).isRegularFile();
  }
}
