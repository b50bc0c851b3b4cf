// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.example;

import dev.hongyan.server.Server;
import dev.hongyan.system.island.JavaCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A file of {@code examples/}, run as its readers run it; killed when it is closed. */
record ExampleProcess(Process process) implements AutoCloseable {

  /** The root of the project. */
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  /**
   * Starts one.
   *
   * @param folder where its account is kept, and what it says
   */
  static ExampleProcess start(String file, Server server, Path folder) throws IOException {
    return new ExampleProcess(
        new ProcessBuilder(
                JavaCommand.ofOurs(
                    List.of(),
                    source(file).toString(),
                    server.origin().toString(),
                    folder.resolve("account").toString()))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("bot.log").toFile()))
            .start());
  }

  static Path source(String file) {
    return ROOT.resolve("examples").resolve(file);
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().orTimeout(20, TimeUnit.SECONDS).join();
  }
}
