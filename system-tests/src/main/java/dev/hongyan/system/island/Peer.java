// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.island;

import static java.util.stream.Collectors.joining;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** An unmodified client of other people, with the driver in {@code src/foreign} that runs it. */
public enum Peer {
  /** From npm. */
  WECHAT4U("wechat4u", "src/foreign/wechat4u/node_modules/wechat4u") {
    @Override
    Optional<String> missingTool() {
      return runs("node", "--version") ? Optional.empty() : Optional.of("node is not installed");
    }

    @Override
    Inhabitant run(Island island, String name) throws IOException {
      return island.join(
          name,
          Map.of("NODE_EXTRA_CA_CERTS", island.certificate().pem().toString()),
          List.of("node", driver("driver.js").toString()));
    }
  },

  /** From Maven Central. */
  WECHAT_API("wechat-api", "target/foreign/wechat-api") {
    @Override
    Optional<String> missingTool() {
      return Optional.empty(); // the JDK that we run on
    }

    @Override
    Inhabitant run(Island island, String name) throws IOException {
      Path compiled = Files.createDirectories(island.folder().resolve(name));
      String classPath = jars() + File.pathSeparator + compiled;
      compile(driver("WechatApiDriver.java"), classPath, compiled);
      return island.join(
          name,
          Map.of(),
          JavaCommand.of(
              JavaCommand.trusting(island.certificate()),
              classPath,
              "WechatApiDriver",
              compiled.toString()));
    }
  };

  private final String title;
  private final Path home;

  /**
   * @param home where it is once the build has fetched it
   */
  Peer(String title, String home) {
    this.title = title;
    this.home = module().resolve(home);
  }

  /** The module of the system tests, in which they run; others say where the project is. */
  private static Path module() {
    String project = System.getProperty("hongyan.root", "..");
    return Path.of(project, "system-tests").toAbsolutePath().normalize();
  }

  /** Why it cannot run here, if so. */
  public Optional<String> missing() {
    return missingTool()
        .or(() ->
            Files.isDirectory(home)
                ? Optional.empty()
                : Optional.of(title + " has not been fetched, see .hongyan/prepare.log"));
  }

  /** Starts it. */
  public DrivenClient start(Island island) throws IOException {
    return start(island, title);
  }

  /**
   * Starts it.
   *
   * @param name of the process, for its files
   */
  public DrivenClient start(Island island, String name) throws IOException {
    return new DrivenClient(run(island, name));
  }

  abstract Optional<String> missingTool();

  abstract Inhabitant run(Island island, String name) throws IOException;

  String jars() throws IOException {
    try (Stream<Path> files = Files.list(home)) {
      return files.map(Path::toString).collect(joining(File.pathSeparator));
    }
  }

  Path driver(String name) {
    return module().resolve("src/foreign").resolve(title).resolve(name);
  }

  /** Beforehand, so that the process of the client has no compiler in its memory. */
  private static void compile(Path driver, String classPath, Path folder) {
    ToolProvider javac = ToolProvider.findFirst("javac").orElseThrow();
    String[] arguments = {"-proc:none", "-d", folder + "", "-cp", classPath, driver + ""};
    if (javac.run(System.err, System.err, arguments) != 0) {
      throw new IllegalStateException("javac does not like " + driver);
    }
  }

  private static boolean runs(String... command) {
    try {
      Process process = new ProcessBuilder(command).start();
      process.getOutputStream().close();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public String toString() {
    return title;
  }
}
