// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.benchmarks.peers;

import dev.hongyan.system.island.DrivenClient;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How long a client takes from the confirmation on the phone until it is ready, and what it then
 * holds in memory: ours and those of others, in turn, against one server. Every login is made by a
 * new process, as a user's would be.
 */
public final class LoginTime {

  private static final List<Integer> CONTACTS = List.of(20, 5_000);

  private static final List<Contestant> CONTESTANTS =
      List.of(
          Contestant.HONGYAN,
          Contestant.HONGYAN_CACHED,
          Contestant.HONGYAN_PLAIN,
          Contestant.WECHAT4U,
          Contestant.WECHAT_API);

  private static final int ROUNDS = 5;

  private final Arena arena;
  private final Map<Integer, Map<Contestant, Figures>> figures = new TreeMap<>();

  private LoginTime(Arena arena) {
    this.arena = arena;
  }

  private record Figures(Sample micros, Sample cpu, Sample resident, Sample live) {
    Figures() {
      this(new Sample(), new Sample(), new Sample(), new Sample());
    }
  }

  /** Argument: {@code --quick} for one round. */
  public static void run(List<String> arguments) throws Exception {
    int rounds = arguments.contains("--quick") ? 1 : ROUNDS;
    try (Arena arena = Arena.open()) {
      Report.begin("login", arguments);
      LoginTime times = new LoginTime(arena);
      times.warmUp();
      for (int contacts : CONTACTS) {
        times.measure(contacts, rounds);
      }
      times.print(rounds);
      arena.tidyUp();
    }
  }

  /** Has the server compiled where it matters, and the start-up cache written. */
  private void warmUp() throws Exception {
    arena.server().reset(CONTACTS.getLast());
    try (DrivenClient client = Contestant.training(arena)) {
      new Logins(arena).logIn(client, Logins.LIN);
      client.logOut();
      client.end();
    }
  }

  private void measure(int contacts, int rounds) throws Exception {
    arena.server().reset(contacts);
    List<Contestant> turn =
        new ArrayList<>(CONTESTANTS.stream().filter(c -> c.missing(arena).isEmpty()).toList());
    Map<Contestant, Figures> row = new TreeMap<>();
    turn.forEach(contestant -> row.put(contestant, new Figures()));
    figures.put(contacts, row);
    for (int round = 0; round < rounds; round++) {
      for (Contestant contestant : turn) {
        String process = contestant.name() + "-" + contacts + "-" + round;
        measure(contestant, process, row.get(contestant));
      }
      Collections.rotate(turn, 1);
    }
  }

  private void measure(Contestant contestant, String process, Figures into) throws Exception {
    Logins.Ready ready = new Logins(arena).logIn(contestant, process, Logins.LIN);
    into.micros.add(ready.micros());
    into.cpu.add(ready.cpu().toNanos() / 1_000);
    try (DrivenClient client = ready.client()) {
      Memory memory = Memory.of(arena, client.pid(), contestant.isJava());
      into.resident.add(memory.resident());
      memory.live().ifPresent(into.live::add);
    }
    arena.server().endSession(Logins.LIN);
  }

  private void print(int rounds) {
    System.out.printf(
        "Confirm to ready, and memory then; medians of %d new processes each%n%n", rounds);
    Report.Table table =
        new Report.Table(
            "client",
            "contacts",
            "ready",
            "(from - to)",
            "ratio",
            "CPU",
            "ratio",
            "RSS",
            "live heap");
    figures.forEach((contacts, row) -> {
      for (Contestant contestant : CONTESTANTS) {
        Figures of = row.get(contestant);
        if (of == null) {
          table.skipped(contestant + "", contestant.missing(arena).orElse(""));
        } else {
          table.row(contestant + "", contacts + "", cells(of, row));
        }
      }
    });
    table.print();
    System.out.println(
        "\nratio: to the first client of the same number of contacts; CPU: of the client's process");
  }

  private static List<String> cells(Figures of, Map<Contestant, Figures> row) {
    Figures first = row.values().iterator().next();
    return List.of(
        Report.millis(of.micros.median()),
        "(" + Report.millis(of.micros.least()) + " - " + Report.millis(of.micros.most()) + ")",
        Report.ratio(of.micros.median(), first.micros.median()),
        Report.millis(of.cpu.median()),
        Report.ratio(of.cpu.median(), first.cpu.median()),
        Report.megabytes(of.resident.median()),
        of.live.isEmpty() ? "" : Report.megabytes(of.live.median()));
  }
}
