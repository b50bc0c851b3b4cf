// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.modulepath;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Client and server as an embedder has them: named modules in a JVM of its own. All other tests run
 * on the class path, where a package that is not exported and a module that is not required go
 * unnoticed.
 */
@Timeout(120)
class ModulePathIT {

  private static final Path SOURCES = Path.of("src", "embedder");
  private static final String MODULE = "dev.hongyan.embedder";

  private static final String PATH = ModulePath.of("dev.hongyan.client", "dev.hongyan.server");

  @TempDir private Path folder;

  @Test
  void programOfNamedModulesCompilesAndRuns() throws IOException, InterruptedException {
    var classes = folder.resolve("classes");

    assertThat(compile(classes)).isEmpty();
    var output = run(classes);

    assertThat(output)
        .containsExactly(
            "you said hello", "module dev.hongyan.server", "module dev.hongyan.client");
  }

  private static String compile(Path classes) throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    var complaints = new StringWriter();
    var options = List.of("-Xlint:all", "-Werror", "--module-path", PATH, "-d", classes.toString());
    try (var files = compiler.getStandardFileManager(null, null, null);
        var sources = Files.walk(SOURCES)) {
      var units = files.getJavaFileObjectsFromPaths(sources.filter(Files::isRegularFile).toList());
      compiler.getTask(complaints, files, null, options, null, units).call();
    }
    return complaints.toString();
  }

  private List<String> run(Path classes) throws IOException, InterruptedException {
    var output = folder.resolve("output");
    var errors = folder.resolve("errors");
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command =
        Stream.of(
                java,
                "--module-path",
                PATH + System.getProperty("path.separator") + classes,
                "--enable-native-access=org.xerial.sqlitejdbc",
                "--module",
                MODULE + "/dev.hongyan.embedder.Embedder",
                folder.toString())
            .toList();
    var process =
        new ProcessBuilder(command)
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile())
            .start();
    try {
      assertThat(process.waitFor(100, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.exitValue()).as(Files.readString(errors)).isZero();
    return Files.readAllLines(output);
  }
}
