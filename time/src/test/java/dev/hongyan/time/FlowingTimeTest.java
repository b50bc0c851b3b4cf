// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.time;

import static dev.hongyan.time.TimeContract.quietly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class FlowingTimeTest implements TimeContract {

  private static final Instant START = Instant.parse("2026-02-17T00:00:00Z");

  private final VirtualTime time = VirtualTime.flowing(START);
  private final VirtualTime.Stay stay = time.enter();

  @AfterEach
  void leave() {
    stay.close();
  }

  @Override
  public Time time() {
    return time;
  }

  @Test
  void aWeekPassesAtOnceAndExactly() throws Exception {
    time.pause(Duration.ofDays(7));

    assertThat(time.instant()).isEqualTo(START.plus(Duration.ofDays(7)));
    assertThat(time.nanoTime()).isEqualTo(Duration.ofDays(7).toNanos());
  }

  @Test
  void aLongTimeoutIsADeadlineLikeAnyOther() throws Exception {
    boolean raised = time.signal().await(Duration.ofDays(3650));

    assertThat(raised).isFalse();
    assertThat(time.instant()).isEqualTo(START.plus(Duration.ofDays(3650)));
  }

  @Test
  void standsWhileARegisteredThreadRuns() throws Exception {
    Signal waits = time.signal();
    try (Task _ =
        time.start(
            "pauses",
            () -> {
              waits.raise();
              quietly(() -> time.signal().await(LONG));
            })) {
      // Raised, so from here on both run until the task reaches its wait.
      assertThat(waits.await(Duration.ofSeconds(1))).isTrue();

      assertThat(time.instant()).isEqualTo(START);
    }
    assertThat(time.instant()).isEqualTo(START);
  }

  @Test
  void wakesTheRaisedBeforeAnyTimePasses() throws Exception {
    int rounds = 2_000;
    Signal ping = time.signal();
    List<Instant> heard = new CopyOnWriteArrayList<>();
    try (Task _ =
        time.start(
            "hears",
            () -> {
              while (quietly(() -> ping.await(FOREVER))) {
                heard.add(time.instant());
              }
            })) {
      for (int i = 0; i < rounds; i++) {
        time.pause(Duration.ofSeconds(1));
        ping.raise();
      }
      time.pause(Duration.ofSeconds(1));
    }

    assertThat(heard).hasSize(rounds);
    assertThat(heard.getFirst()).isEqualTo(START.plusSeconds(1));
    assertThat(heard.getLast()).isEqualTo(START.plusSeconds(rounds));
    assertThat(heard).doesNotHaveDuplicates();
  }

  @Test
  void interruptingATaskLetsItRunBeforeAnyTimePasses() throws Exception {
    for (int i = 0; i < 500; i++) {
      Instant before = time.instant();
      List<Instant> left = new CopyOnWriteArrayList<>();
      Signal waits = time.signal();
      Task task =
          time.start(
              "interrupted",
              () -> {
                waits.raise();
                quietly(() -> time.signal().await(FOREVER));
                left.add(time.instant());
              });
      waits.await(LONG);

      task.interrupt();
      time.pause(Duration.ofSeconds(1));

      assertThat(left).containsExactly(before);
    }
  }

  @Test
  void failsAllWaitsWhenNothingCanHappenAnyMore() {
    List<String> failures = new CopyOnWriteArrayList<>();
    Signal never = time.signal();
    Task task =
        time.start(
            "deaf",
            () -> {
              try {
                never.await(FOREVER);
              } catch (IllegalStateException | InterruptedException e) {
                failures.add(e.getMessage());
              }
            });

    assertThatThrownBy(() -> never.await(FOREVER))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("virtual time stands still")
        .hasMessageContaining("deaf")
        .hasMessageContaining(Thread.currentThread().getName());

    task.close();
    assertThat(failures).singleElement().asString().contains("deaf");
    assertThat(time.instant()).isEqualTo(START);
  }

  @Test
  void doesNotCallItADeadlockWhileAThreadIsAway() throws Exception {
    Signal word = time.signal();
    Task task = time.start("listens", () -> quietly(() -> word.await(FOREVER)));

    try (var _ = time.away()) {
      Threads.awaitWaiting(task);
      word.raise();
    }

    assertThat(task.join(LONG)).isTrue();
  }

  @Test
  void servesAThreadThatIsNotRegistered() throws Exception {
    stay.close();

    time.pause(Duration.ofHours(1));

    assertThat(time.instant()).isEqualTo(START.plus(Duration.ofHours(1)));
  }

  @Test
  void doesNotFailAThreadThatARunningOutsiderMayStillRaise() throws Exception {
    stay.close();
    Signal word = time.signal();
    Signal far = time.signal();
    Task task = time.start("listens", () -> quietly(() -> far.await(LONG) || word.await(LONG)));

    time.pause(Duration.ofSeconds(1));
    word.raise();

    assertThat(task.join(LONG.multipliedBy(3))).isTrue();
  }

  @Test
  void refusesToBeAdvanced() {
    assertThatThrownBy(() -> time.advance(Duration.ofSeconds(1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("flows by itself");
  }
}
