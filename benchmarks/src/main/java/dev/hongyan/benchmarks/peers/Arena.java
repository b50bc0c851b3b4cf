// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.benchmarks.peers;

import dev.hongyan.system.island.Inhabitant;
import dev.hongyan.system.island.Island;
import dev.hongyan.system.island.JavaCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where clients are measured beside each other against one server: an {@link Island}, or this
 * machine as it is where there can be none; then only our own client can take part.
 */
final class Arena implements AutoCloseable {

  private final Path folder;
  private final Optional<String> withoutIsland;
  private final Optional<Island> island;
  private final List<Inhabitant> started = new ArrayList<>();
  private final ServerProcess server;

  private Arena(Path folder, Optional<String> withoutIsland) throws Exception {
    this.folder = folder;
    this.withoutIsland = withoutIsland;
    this.island = withoutIsland.isPresent() ? Optional.empty() : Optional.of(Island.open(folder));
    this.server = new ServerProcess(join("server", serverCommand()));
  }

  static Arena open() throws Exception {
    return new Arena(Files.createTempDirectory("hongyan-bench-"), Island.missing());
  }

  private List<String> serverCommand() {
    List<String> arguments = new ArrayList<>(List.of("0"));
    island
        .map(Island::certificate)
        .ifPresent(c -> {
          arguments.add(c.pem().toString());
          arguments.add(c.key().toString());
        });
    return JavaCommand.ofOurs(
        List.of(), MeasuredServer.class.getName(), arguments.toArray(String[]::new));
  }

  ServerProcess server() {
    return server;
  }

  Optional<Island> island() {
    return island;
  }

  /** Why there is no island, if so. */
  Optional<String> withoutIsland() {
    return withoutIsland;
  }

  /** For files. */
  Path folder() {
    return folder;
  }

  /** Starts a process here. */
  Inhabitant join(String name, List<String> command) throws IOException {
    if (island.isPresent()) {
      return island.get().join(name, Map.of(), command);
    }
    var process = Inhabitant.start(new ProcessBuilder(command), folder.resolve(name + ".log"));
    started.add(process);
    return process;
  }

  @Override
  public void close() {
    started.reversed().forEach(Inhabitant::close);
    island.ifPresent(Island::close);
  }

  /** Closes and leaves nothing behind; where something went wrong, the logs are worth keeping. */
  void tidyUp() {
    close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot tidy up " + folder, e);
    }
  }
}
