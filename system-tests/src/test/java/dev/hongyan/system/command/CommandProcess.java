// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The hongyan command as a process of its own, run from the jars that the build has made. */
final class CommandProcess implements AutoCloseable {

  /** Longer than anything takes on a busy machine. */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private static final Path JARS = Path.of("..", "cli", "target", "lib").toAbsolutePath();

  private final Process process;
  private final Path log;
  private final BlockingQueue<Optional<String>> fresh = new LinkedBlockingQueue<>();
  private final List<String> said = new ArrayList<>();

  private CommandProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /** Why it cannot be run here, if so. */
  static Optional<String> missing() {
    return JARS.toFile().isDirectory()
        ? Optional.empty()
        : Optional.of("the product is not built: ./hongyan build");
  }

  /**
   * Starts it.
   *
   * @param home the folder of its data and of its log
   */
  static CommandProcess start(Path home, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-Dstdout.encoding=UTF-8",
                "-cp",
                JARS.resolve("*").toString(),
                "dev.hongyan.cli.Main"));
    command.addAll(List.of(arguments));
    Path log = home.resolve(arguments[0] + ".log");
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(log.toFile());
    builder.environment().put("XDG_DATA_HOME", home.toString());
    builder.environment().put("LC_ALL", "C.UTF-8");
    CommandProcess running = new CommandProcess(builder.start(), log);
    Thread.ofVirtual().name("output of " + arguments[0]).start(running::listen);
    return running;
  }

  private void listen() {
    try (BufferedReader output = process.inputReader()) {
      output.lines().map(Optional::of).forEach(fresh::add);
    } catch (IOException | UncheckedIOException e) {
      // the process was stopped
    } finally {
      fresh.add(Optional.empty());
    }
  }

  /** The first line from now on of which this holds. */
  String await(Predicate<String> wanted) throws InterruptedException {
    while (true) {
      Optional<String> line = fresh.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      if (line == null || line.isEmpty()) {
        throw new AssertionError("said only " + said + ", see " + log);
      }
      said.add(line.get());
      if (wanted.test(line.get())) {
        return line.get();
      }
    }
  }

  /** The first line from now on in which this stands. */
  String await(String part) throws InterruptedException {
    return await(line -> line.contains(part));
  }

  /** Waits for its end and tells the exit code. */
  int exitCode() throws InterruptedException {
    if (!process.waitFor(PATIENCE)) {
      throw new AssertionError("does not end, see " + log);
    }
    return process.exitValue();
  }

  /** What Ctrl-C does. */
  void interrupt() throws IOException, InterruptedException {
    int killed = new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    if (killed != 0) {
      throw new AssertionError("kill ended with " + killed);
    }
  }

  /** What {@code kill} does. */
  void terminate() {
    process.destroy();
  }

  @Override
  public void close() {
    var ended = process.destroyForcibly().onExit().join();
    assert !ended.isAlive();
  }
}
