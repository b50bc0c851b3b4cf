// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.island;

import java.io.BufferedWriter;
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
import java.util.function.Function;

/** A process on an {@link Island} that talks in lines; what it says on stderr goes to a file. */
public final class Inhabitant implements AutoCloseable {

  /** Longer than any answer takes on a busy machine; a held poll (25 s) is never waited for. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Process process;
  private final Path log;
  private final BlockingQueue<Optional<String>> fresh = new LinkedBlockingQueue<>();
  private final List<String> said = new ArrayList<>();
  private final BufferedWriter input;

  private Inhabitant(Process process, Path log) {
    this.process = process;
    this.log = log;
    this.input = process.outputWriter();
  }

  /** Starts a process of this machine, on an island or not. */
  public static Inhabitant start(ProcessBuilder command, Path log) throws IOException {
    var inhabitant = new Inhabitant(command.redirectError(log.toFile()).start(), log);
    Thread.ofVirtual().name("output of " + log.getFileName()).start(inhabitant::listen);
    return inhabitant;
  }

  /** The id of the process. */
  public long pid() {
    return process.pid();
  }

  /** Says a line to it. */
  public void tell(String line) {
    try {
      input.write(line + "\n");
      input.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(story("is gone"), e);
    }
  }

  /** The next line, not heard before. */
  public String next() throws InterruptedException {
    int start = said.size();
    return await("to say anything", Optional::of, start);
  }

  /** The first thing said, earlier or from now on, of which {@code sense} makes something. */
  public <T> T await(String what, Function<String, Optional<T>> sense) throws InterruptedException {
    return await(what, sense, 0);
  }

  private <T> T await(String what, Function<String, Optional<T>> sense, int start)
      throws InterruptedException {
    for (int i = start; ; i++) {
      if (i == said.size()) {
        said.add(hear(what));
      }
      Optional<T> made = sense.apply(said.get(i));
      if (made.isPresent()) {
        return made.get();
      }
    }
  }

  private String hear(String what) throws InterruptedException {
    Optional<String> line = fresh.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    if (line == null) {
      throw new IllegalStateException(story("was expected " + what));
    }
    return line.orElseThrow(() -> new IllegalStateException(story("ended, was expected " + what)));
  }

  /** What it has said and was heard. */
  public List<String> said() {
    return List.copyOf(said);
  }

  private String story(String fate) {
    return "%s %s; it said:%n%s%nits log: %s"
        .formatted(log.getFileName(), fate, String.join("\n", said), log);
  }

  private void listen() {
    try (var output = process.inputReader()) {
      output.lines().map(Optional::of).forEach(fresh::add);
    } catch (IOException | UncheckedIOException e) {
      // the process was stopped
    } finally {
      fresh.add(Optional.empty());
    }
  }

  /** Says nothing more to it and waits until it ends by itself. */
  public void end() throws InterruptedException {
    try {
      input.close();
    } catch (IOException e) {
      throw new UncheckedIOException(story("is gone"), e);
    }
    if (!process.waitFor(PATIENCE)) {
      throw new IllegalStateException(story("does not end"));
    }
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
