// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.benchmarks.media;

import dev.hongyan.benchmarks.peers.Report;
import dev.hongyan.benchmarks.peers.Sample;
import dev.hongyan.system.island.Inhabitant;
import dev.hongyan.system.island.JavaCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How fast a file goes up and down, beside a plain copy over HTTP in the same run, and what both
 * sides hold while many files are on their way. Client and servers are processes of their own.
 */
public final class MediaTransfer implements AutoCloseable {

  private static final int ROUNDS = 21;

  /** Rounds that do not count: until then code is compiled. */
  private static final int WARM_UP = 8;

  private static final int AT_ONCE = 50;
  private static final int FRIENDS = 10;

  /** Less than five of the files have: who held them whole would not get far. */
  private static final String HEAP = "-Xmx96m";

  private final Path folder;
  private final List<Inhabitant> started = new ArrayList<>();

  private MediaTransfer(Path folder) {
    this.folder = folder;
  }

  /** Prints two tables. Takes no arguments. */
  public static void run(List<String> arguments) throws Exception {
    Report.begin("media", arguments);
    Path folder = Files.createTempDirectory("hongyan-bench-");
    try (MediaTransfer transfer = new MediaTransfer(folder)) {
      transfer.speed();
    }
    System.out.println();
    try (MediaTransfer transfer = new MediaTransfer(folder)) {
      transfer.memory();
    }
    tidyUp(folder);
  }

  private void speed() throws Exception {
    Inhabitant client = client(server(List.of()), 1, List.of());
    Sample plainUp = new Sample();
    Sample safeUp = new Sample();
    Sample ourUp = new Sample();
    Sample plainDown = new Sample();
    Sample ourDown = new Sample();
    for (int round = 0; round < WARM_UP + ROUNDS; round++) {
      boolean counts = round >= WARM_UP;
      add(plainUp, ask(client, "plain-up"), counts);
      add(safeUp, ask(client, "safe-up"), counts);
      add(ourUp, ask(client, "up 1"), counts);
      add(plainDown, ask(client, "plain-down"), counts);
      add(ourDown, ask(client, "down 1"), counts);
    }
    Report.Table table = new Report.Table("20 MB", "by", "median", "(from - to)", "MB/s", "ratio");
    row(table, "up", "plain copy", plainUp, plainUp);
    row(table, "up", "plain copy, digests, safe on disk", safeUp, plainUp);
    row(table, "up", "hongyan", ourUp, plainUp);
    row(table, "down", "plain copy", plainDown, plainDown);
    row(table, "down", "hongyan", ourDown, plainDown);
    table.print();
  }

  private static void add(Sample sample, String micros, boolean counts) {
    if (counts) {
      sample.add(Long.parseLong(micros));
    }
  }

  private static void row(Report.Table table, String way, String by, Sample of, Sample base) {
    table.row(
        way,
        by,
        List.of(
            Report.millis(of.median()),
            "(" + Report.millis(of.least()) + " - " + Report.millis(of.most()) + ")",
            String.format(Locale.ROOT, "%.0f", (double) MediaClient.SIZE / of.median()),
            Report.ratio(of.median(), base.median())));
  }

  private void memory() throws Exception {
    Inhabitant server = server(List.of(HEAP));
    Inhabitant client = client(server, FRIENDS, List.of(HEAP));
    Report.Table table =
        new Report.Table("what", "process", "largest live heap", "most resident", "MB/s");
    row(table, "logged in, nothing yet", ask(server, "watch"), ask(client, "watch"), "");
    for (String way : List.of("up", "down")) {
      long micros = Long.parseLong(ask(client, way + " " + AT_ONCE));
      String speed =
          String.format(Locale.ROOT, "%.0f", (double) MediaClient.SIZE * AT_ONCE / micros);
      row(table, AT_ONCE + " " + way, ask(server, "memory"), ask(client, "memory"), speed);
    }
    table.print();
  }

  private static void row(
      Report.Table table, String what, String server, String client, String speed) {
    row(table, what, "server", server.split(" ", -1), speed);
    row(table, what, "client", client.split(" ", -1), speed);
  }

  private static void row(
      Report.Table table, String what, String process, String[] memory, String speed) {
    table.row(
        what,
        process,
        List.of(
            Report.megabytes(Long.parseLong(memory[0])),
            Report.megabytes(Long.parseLong(memory[1])),
            speed));
  }

  private Inhabitant server(List<String> options) throws IOException {
    return join("server", options, MediaServer.class, folder("server-" + started.size()));
  }

  private Inhabitant client(Inhabitant server, int friends, List<String> options)
      throws IOException, InterruptedException {
    Inhabitant plain = join("plain", List.of(), PlainServer.class, folder("plain"));
    Inhabitant client =
        join(
            "client",
            options,
            MediaClient.class,
            folder("client"),
            baseUrl(server),
            baseUrl(plain),
            Integer.toString(friends));
    var ignored = client.next();
    return client;
  }

  private static String baseUrl(Inhabitant server) throws InterruptedException {
    return "http://127.0.0.1:" + server.next();
  }

  private String folder(String name) throws IOException {
    return Files.createDirectories(folder.resolve(name)).toString();
  }

  private Inhabitant join(String name, List<String> options, Class<?> main, String... arguments)
      throws IOException {
    List<String> command = JavaCommand.ofOurs(options, main.getName(), arguments);
    Inhabitant joined =
        Inhabitant.start(new ProcessBuilder(command), folder.resolve(name + ".log"));
    started.add(joined);
    return joined;
  }

  private static String ask(Inhabitant process, String order) throws InterruptedException {
    process.tell(order);
    return process.next();
  }

  @Override
  public void close() {
    started.reversed().forEach(Inhabitant::close);
  }

  /** Only where nothing went wrong: otherwise the logs are worth keeping. */
  private static void tidyUp(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
