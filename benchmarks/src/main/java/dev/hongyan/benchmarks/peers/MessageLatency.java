// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.benchmarks.peers;

import dev.hongyan.system.island.DrivenClient;
import dev.hongyan.system.island.Inhabitant;
import dev.hongyan.system.island.Island;
import dev.hongyan.system.island.JavaCommand;
import dev.hongyan.time.Time;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * How long a message takes from the writer's phone to the handler, at one message a second and at
 * 200: our client and those of others, all logged in at one server at the same time.
 *
 * <p>The server notes when it begins to take a message, the client when its handler is called, in
 * two processes by one clock: {@code System.nanoTime} and node's {@code hrtime} both read Linux's
 * {@code CLOCK_MONOTONIC}, which is one for the whole machine, network and mount namespaces or not
 * (only time namespaces would shift it, and the island makes none). The wall clock would do as well
 * until somebody sets it. As a cross-check the client sends messages back, and how long that takes
 * is measured by the server alone; it has to be more.
 */
public final class MessageLatency {

  private static final List<Contestant> CONTESTANTS =
      List.of(
          Contestant.HONGYAN,
          Contestant.HONGYAN_KEPT,
          Contestant.HONGYAN_PLAIN,
          Contestant.WECHAT4U,
          Contestant.WECHAT_API);

  private static final int PEOPLE = 20;
  private static final String WRITER = Logins.LIN;

  /**
   * Not counted: the first messages make clients and the server load and compile what they need.
   */
  private static final int WARM_UP = 400;

  private static final int PER_SECOND = 200;

  /**
   * How much is measured.
   *
   * @param calm messages at one a second
   * @param rounds of messages at 200 a second
   * @param rush messages in such a round
   */
  private record Extent(int calm, int rounds, int rush, int echoes) {
    static final Extent FULL = new Extent(40, 3, 600, 7);
    static final Extent QUICK = new Extent(10, 1, 400, 3);
  }

  /** Somebody at work. */
  private static final class Entrant {
    final Contestant contestant;
    final String account;
    final DrivenClient client;
    final Sample calm = new Sample();
    final Sample rush = new Sample();
    final Sample cpu = new Sample();
    final Sample echo = new Sample();

    Entrant(Contestant contestant, String account, DrivenClient client) {
      this.contestant = contestant;
      this.account = account;
      this.client = client;
    }
  }

  private final Arena arena;
  private final Extent extent;
  private final List<Entrant> entrants = new ArrayList<>();

  private MessageLatency(Arena arena, Extent extent) {
    this.arena = arena;
    this.extent = extent;
  }

  /** Argument: {@code --quick} for fewer messages. */
  public static void run(List<String> arguments) throws Exception {
    Extent extent = arguments.contains("--quick") ? Extent.QUICK : Extent.FULL;
    try (Arena arena = Arena.open()) {
      Report.begin("latency", arguments);
      new MessageLatency(arena, extent).run();
      arena.tidyUp();
    }
  }

  private void run() throws Exception {
    Map<String, Sample> floors = floors();
    arena.server().reset(PEOPLE);
    enter();
    for (Entrant entrant : entrants) {
      rush(entrant, "warm-up-", WARM_UP);
    }
    List<Entrant> turn = new ArrayList<>(entrants);
    for (int round = 0; round < extent.rounds; round++) {
      for (Entrant entrant : turn) {
        Duration cpu = entrant.client.cpu();
        entrant.rush.addAll(rush(entrant, "rush-" + round + "-", extent.rush));
        entrant.cpu.add(entrant.client.cpu().minus(cpu).toNanos() / 1_000 / extent.rush);
      }
      Collections.rotate(turn, 1);
    }
    calm();
    echo();
    print(floors);
  }

  private Map<String, Sample> floors() throws Exception {
    Map<String, Sample> floors = new TreeMap<>();
    String port = Integer.toString(arena.server().port());
    floors.put("HTTP round trip", floor(List.of(), "http", "127.0.0.1", port));
    if (arena.island().isPresent()) {
      List<String> trusting =
          JavaCommand.trusting(arena.island().map(Island::certificate).orElseThrow());
      floors.put("HTTPS round trip", floor(trusting, "https", Contestant.FAMILY, "443"));
    }
    return floors;
  }

  private Sample floor(List<String> options, String... arguments) throws Exception {
    List<String> command = JavaCommand.ofOurs(options, RoundTrips.class.getName(), arguments);
    try (Inhabitant process = arena.join("floor-" + arguments[0], command)) {
      Sample sample = new Sample();
      sample.addAll(Stream.of(process.next().split(" ", -1)).map(Long::valueOf).toList());
      return sample;
    }
  }

  private void enter() throws IOException, InterruptedException {
    for (Contestant contestant : CONTESTANTS) {
      if (contestant.missing(arena).isEmpty()) {
        String account = "friend-" + (entrants.size() + 1);
        Logins.Ready ready = new Logins(arena).logIn(contestant, contestant.name(), account);
        entrants.add(new Entrant(contestant, account, ready.client()));
      }
    }
  }

  /** One message a second to each, evenly spread over the second. */
  private void calm() throws InterruptedException {
    Duration gap = Duration.ofSeconds(1).dividedBy(entrants.size());
    Map<String, Long> begun = new HashMap<>();
    for (int i = 0; i < extent.calm; i++) {
      for (Entrant entrant : entrants) {
        Time.system().pause(gap);
        String word = "calm-" + i + "-" + entrant.account;
        begun.put(word, arena.server().write(WRITER, entrant.account, word));
      }
    }
    for (Entrant entrant : entrants) {
      for (int i = 0; i < extent.calm; i++) {
        JsonNode message = entrant.client.next("message");
        long start = begun.get(message.get("text").asString());
        entrant.calm.add(message.get("at").asLong() - start);
      }
    }
  }

  private List<Long> rush(Entrant entrant, String word, int count) throws InterruptedException {
    List<Long> begun = arena.server().rush(WRITER, entrant.account, word, count, PER_SECOND);
    List<Long> micros = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      JsonNode message = entrant.client.next("message");
      int number = Integer.parseInt(message.get("text").asString().substring(word.length()));
      micros.add(message.get("at").asLong() - begun.get(number));
    }
    return micros;
  }

  private void echo() throws InterruptedException {
    for (Entrant entrant : entrants) {
      entrant.client.tell("echo");
      for (int i = 0; i < extent.echoes; i++) {
        entrant.echo.add(arena.server().echo(WRITER, entrant.account, "echo-" + i));
      }
    }
  }

  private void print(Map<String, Sample> floors) throws IOException, InterruptedException {
    System.out.printf(
        "From phone to handler; %d messages at 1/s, %d at %d/s, %d echoes; memory after that%n%n",
        extent.calm, extent.rounds * extent.rush, PER_SECOND, extent.echoes);
    Report.Table table =
        new Report.Table(
            "client",
            "1/s p50",
            "ratio",
            "p99",
            PER_SECOND + "/s p50",
            "ratio",
            "p99",
            "CPU",
            "echo p50",
            "RSS",
            "live heap");
    floors.forEach((name, sample) ->
        table.row(
            name,
            Report.millis(sample.median()),
            List.of("", Report.millis(sample.percentile(99)), "", "", "", "", "", "", "")));
    for (Contestant contestant : CONTESTANTS) {
      Optional<Entrant> entrant =
          entrants.stream().filter(one -> one.contestant == contestant).findFirst();
      if (entrant.isPresent()) {
        table.row(
            contestant + "",
            Report.millis(entrant.get().calm.median()),
            cells(entrant.get(), entrants.getFirst()));
      } else {
        table.skipped(contestant + "", contestant.missing(arena).orElse(""));
      }
    }
    table.print();
    System.out.println(
        "\nratio: of p50 to the first client's; CPU: of the client's process, a message at the high rate");
  }

  private List<String> cells(Entrant of, Entrant first) throws IOException, InterruptedException {
    Memory memory = Memory.of(arena, of.client.pid(), of.contestant.isJava());
    return List.of(
        Report.ratio(of.calm.median(), first.calm.median()),
        Report.millis(of.calm.percentile(99)),
        Report.millis(of.rush.median()),
        Report.ratio(of.rush.median(), first.rush.median()),
        Report.millis(of.rush.percentile(99)),
        Report.millis(of.cpu.median()),
        Report.millis(of.echo.median()),
        Report.megabytes(memory.resident()),
        memory.live().isPresent() ? Report.megabytes(memory.live().getAsLong()) : "");
  }
}
