// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.time;

import static dev.hongyan.time.TimeContract.quietly;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many threads at once: no wake-up is lost, no time slips, and each run is like the one before. */
@Timeout(20)
class VirtualTimeStressTest {

  private static final Instant START = Instant.parse("2026-02-17T00:00:00Z");
  private static final Duration PATIENCE = Duration.ofDays(1);

  @Test
  void pairsPlayPingPongWithoutLosingATurn() throws Exception {
    int pairs = 60;
    int rounds = 150;
    VirtualTime time = VirtualTime.flowing(START);
    AtomicLong longest = new AtomicLong();
    AtomicLong lost = new AtomicLong();

    try (var _ = time.enter()) {
      List<Task> tasks = new ArrayList<>();
      for (int pair = 0; pair < pairs; pair++) {
        Signal ping = time.signal();
        Signal pong = time.signal();
        Randomness chance = Randomness.seeded(pair);
        tasks.add(time.start("ping-" + pair, () -> play(time, rounds, ping, pong, lost)));
        tasks.add(
            time.start(
                "pong-" + pair,
                () -> {
                  long paused = 0;
                  for (int i = 0; i < rounds; i++) {
                    Duration pause = Duration.ofMillis(chance.nextInt(1, 50));
                    paused += pause.toNanos();
                    quietly(() -> time.signal().await(pause));
                    ping.raise();
                    if (!quietly(() -> pong.await(PATIENCE))) {
                      lost.incrementAndGet();
                    }
                  }
                  longest.accumulateAndGet(paused, Math::max);
                }));
      }
      for (Task task : tasks) {
        assertThat(task.join(PATIENCE.multipliedBy(rounds))).isTrue();
      }
    }

    assertThat(lost).hasValue(0);
    // Any lost wake-up would have cost a day, any slip at least a millisecond.
    assertThat(time.nanoTime()).isEqualTo(longest.get());
  }

  @Test
  void theSameScenarioHasTheSameOrderEachTime() throws Exception {
    List<String> first = scenario();

    for (int i = 1; i < 200; i++) {
      assertThat(scenario()).as("run %d", i).isEqualTo(first);
    }
    assertThat(first)
        .hasSize(12 * 8)
        .anyMatch(e -> e.contains("true"))
        .anyMatch(e -> e.contains("false"));
  }

  /** Threads that raise one another; few distinct durations, so that many deadlines are equal. */
  private static List<String> scenario() throws InterruptedException {
    int threads = 12;
    int rounds = 8;
    VirtualTime time = VirtualTime.flowing(START);
    List<String> events = Collections.synchronizedList(new ArrayList<>());
    List<Signal> signals = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      signals.add(time.signal());
    }
    try (var _ = time.enter()) {
      List<Task> tasks = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        int self = i;
        Randomness chance = Randomness.seeded(self);
        tasks.add(
            time.start(
                "player-" + self,
                () -> {
                  for (int round = 0; round < rounds; round++) {
                    Duration hold = Duration.ofMillis(chance.nextInt(1, 4));
                    Duration rest = Duration.ofMillis(chance.nextInt(1, 4));
                    quietly(() -> time.signal().await(rest));
                    boolean raised = quietly(() -> signals.get(self).await(hold));
                    events.add(self + " " + raised + " @" + time.nanoTime());
                    signals.get(chance.nextInt(threads)).raise();
                  }
                }));
      }
      for (Task task : tasks) {
        task.join(PATIENCE);
      }
    }
    return List.copyOf(events);
  }

  private static void play(
      VirtualTime time, int rounds, Signal ping, Signal pong, AtomicLong lost) {
    for (int i = 0; i < rounds; i++) {
      long before = time.nanoTime();
      if (!quietly(() -> ping.await(PATIENCE)) || time.nanoTime() - before > 50_000_000) {
        lost.incrementAndGet();
      }
      pong.raise();
    }
  }
}
