// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.time;

import static dev.hongyan.time.TimeContract.quietly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class SteppedTimeTest {

  private static final Instant START = Instant.parse("2026-02-17T00:00:00Z");
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration HOUR = Duration.ofHours(1);

  private final VirtualTime time = VirtualTime.stepped(START);
  private final List<String> events = new CopyOnWriteArrayList<>();

  @Test
  void movesOnlyByTheSumOfItsAdvances() throws Exception {
    time.advance(SECOND);
    time.advance(Duration.ZERO);
    time.advance(Duration.ofNanos(7));

    assertThat(time.instant()).isEqualTo(START.plusSeconds(1).plusNanos(7));
    assertThat(time.nanoTime()).isEqualTo(1_000_000_007L);
  }

  @Test
  void servesDeadlinesInOrderEachAtItsInstant() throws Exception {
    try (Task _ = pausing("third", 3);
        Task _ = pausing("first", 1);
        Task _ = pausing("second", 2);
        Task _ = pausing("not yet", 5)) {
      time.advance(Duration.ofSeconds(4));

      assertThat(events).containsExactly("first @1", "second @2", "third @3");
      assertThat(time.instant()).isEqualTo(START.plusSeconds(4));
    }
  }

  @Test
  void servesEqualDeadlinesByArrivalAndThenByRegistration() throws Exception {
    try (Task _ = pausing("early", 2)) {
      time.advance(SECOND);
      try (Task _ = pausing("b", 1);
          Task _ = pausing("a", 1)) {
        time.advance(SECOND);

        assertThat(events).containsExactly("early @2", "b @2", "a @2");
      }
    }
  }

  @Test
  void reachesEveryRoundOfALoopInOneAdvance() throws Exception {
    try (Task _ =
        time.start(
            "loop",
            () -> {
              while (quietly(() -> pauseAndGoOn(SECOND))) {
                note("round");
              }
            })) {
      time.advance(Duration.ofSeconds(3));

      assertThat(events).containsExactly("round @1", "round @2", "round @3");
    }
  }

  @Test
  void waitsForThoseRaisedDuringAStep() throws Exception {
    Signal word = time.signal();
    Signal echo = time.signal();
    try (Task _ =
            time.start(
                "says",
                () -> {
                  quietly(() -> pauseAndGoOn(SECOND));
                  note("says");
                  word.raise();
                  if (quietly(() -> echo.await(HOUR))) {
                    note("heard");
                  }
                });
        Task _ =
            time.start(
                "repeats",
                () -> {
                  if (quietly(() -> word.await(HOUR))) {
                    note("repeats");
                    echo.raise();
                  }
                })) {
      time.advance(Duration.ofSeconds(5));

      assertThat(events).containsExactly("says @1", "repeats @1", "heard @1");
    }
  }

  @Test
  void endsAnAwaitAtItsDeadlineAndForgetsItThen() throws Exception {
    Signal signal = time.signal();
    try (Task _ =
        time.start("waits", () -> note("raised " + quietly(() -> signal.await(SECOND))))) {
      time.advance(SECOND);
      assertThat(events).containsExactly("raised false @1");

      signal.raise();
      assertThat(signal.await(Duration.ZERO)).isTrue();
    }
  }

  @Test
  void aRaisedWaiterHasNoDeadlineAnyMore() throws Exception {
    Signal signal = time.signal();
    try (Task _ =
        time.start("waits", () -> note("raised " + quietly(() -> signal.await(SECOND))))) {
      time.advance(Duration.ofMillis(500));
      signal.raise();
      time.advance(Duration.ofSeconds(5));

      assertThat(events).singleElement().asString().startsWith("raised true");
    }
  }

  @Test
  void wakesWaitersOfOneSignalInTheSameOrder() throws Exception {
    Signal signal = time.signal();
    try (Task _ = awaiting("b", signal);
        Task _ = awaiting("a", signal)) {
      time.advance(Duration.ZERO);

      signal.raise();
      time.advance(Duration.ZERO);
      assertThat(events).containsExactly("b true @0");

      signal.raise();
      time.advance(Duration.ZERO);
      assertThat(events).containsExactly("b true @0", "a true @0");
    }
  }

  @Test
  void theAdvancingThreadHoldsNothingBackEvenIfRegistered() throws Exception {
    try (var _ = time.enter();
        Task _ = pausing("pauses", 1)) {
      time.advance(SECOND);

      assertThat(events).containsExactly("pauses @1");
    }
  }

  @Test
  void advancesFromATaskOfItsOwn() throws Exception {
    Task driver =
        time.start(
            "driver",
            () ->
                quietly(() -> {
                  time.advance(HOUR);
                  return true;
                }));

    driver.join(Duration.ofDays(1));

    assertThat(time.instant()).isEqualTo(START.plus(HOUR));
  }

  @Test
  void servesAThreadThatIsNotRegistered() throws Exception {
    Thread outsider =
        Thread.ofVirtual().start(() -> note("woken " + quietly(() -> pauseAndGoOn(SECOND))));
    Threads.awaitWaiting(outsider);

    time.advance(Duration.ofSeconds(2));
    outsider.join();

    assertThat(events).singleElement().asString().startsWith("woken true");
  }

  @Test
  void anInterruptedWaiterLeavesItsDeadlineAndItsSignal() throws Exception {
    Signal signal = time.signal();
    Thread outsider =
        Thread.ofVirtual().start(() -> note("raised " + quietly(() -> signal.await(SECOND))));
    Threads.awaitWaiting(outsider);

    outsider.interrupt();
    outsider.join();
    signal.raise();
    time.advance(Duration.ofSeconds(2));

    assertThat(events).containsExactly("raised false @0");
    assertThat(signal.await(Duration.ZERO)).isTrue();
  }

  @Test
  void saysWhoStillRunsWhenTheGuardTrips() throws Exception {
    VirtualTime guarded = VirtualTime.stepped(START, Duration.ofMillis(20));
    CountDownLatch elsewhere = new CountDownLatch(1);
    try (Task task =
        guarded.start(
            "stuck-lin",
            () ->
                quietly(() -> {
                  elsewhere.await();
                  return true;
                }))) {
      assertThatThrownBy(() -> guarded.advance(SECOND))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("stuck-lin (at ")
          .hasMessageContaining(SteppedTimeTest.class.getName());
      assertThat(guarded.instant()).isEqualTo(START);

      elsewhere.countDown();
      assertThat(task.join(HOUR)).isTrue();
      guarded.advance(SECOND);
      assertThat(guarded.instant()).isEqualTo(START.plus(SECOND));
    }
  }

  @Test
  void aThreadThatIsAwayHoldsNothingBack() throws Exception {
    CountDownLatch gone = new CountDownLatch(1);
    CountDownLatch elsewhere = new CountDownLatch(1);
    try (Task task =
        time.start(
            "traveller",
            () -> {
              try (var _ = time.away()) {
                gone.countDown();
                quietly(() -> {
                  elsewhere.await();
                  return true;
                });
              }
              note("back");
              quietly(() -> pauseAndGoOn(SECOND));
              note("rested");
            })) {
      gone.await();
      time.advance(SECOND);

      elsewhere.countDown();
      Threads.awaitWaiting(task);
      time.advance(SECOND);

      assertThat(events).containsExactly("back @1", "rested @2");
    }
  }

  @Test
  void enteringTwiceIsEnteringOnce() throws Exception {
    try (var _ = time.enter()) {
      try (var _ = time.enter()) {
        note("entered again");
      }
      Thread other = Thread.ofVirtual().start(() -> quietly(() -> advanceWithin(SECOND)));
      Threads.awaitTimedWaiting(other);
      assertThat(time.instant()).isEqualTo(START);
      other.interrupt();
      other.join();
    }
    time.advance(SECOND);

    assertThat(time.instant()).isEqualTo(START.plus(SECOND));
  }

  @Test
  void onlyTheThreadItselfEndsItsStay() throws Exception {
    AtomicBoolean refused = new AtomicBoolean();
    VirtualTime.Stay stay = time.enter();
    Thread.ofVirtual()
        .start(() -> {
          try {
            stay.close();
          } catch (IllegalStateException _) {
            refused.set(true);
          }
        })
        .join();
    stay.close();
    stay.close();

    assertThat(refused).isTrue();
  }

  @Test
  void oneAdvancesAtATime() throws Exception {
    try (var _ = time.enter()) {
      Thread first = Thread.ofVirtual().start(() -> quietly(() -> advanceWithin(SECOND)));
      Threads.awaitTimedWaiting(first);

      assertThatThrownBy(() -> time.advance(SECOND))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("another thread");

      first.interrupt();
      first.join();
    }
  }

  @Test
  void refusesToGoBack() {
    assertThatThrownBy(() -> time.advance(Duration.ofNanos(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0 or more");
  }

  private Task pausing(String name, int seconds) {
    return time.start(
        name,
        () -> {
          if (quietly(() -> pauseAndGoOn(Duration.ofSeconds(seconds)))) {
            note(name);
          }
        });
  }

  private Task awaiting(String name, Signal signal) {
    return time.start(name, () -> note(name + " " + quietly(() -> signal.await(HOUR))));
  }

  private boolean pauseAndGoOn(Duration duration) throws InterruptedException {
    time.pause(duration);
    return true;
  }

  private boolean advanceWithin(Duration duration) throws InterruptedException {
    time.advance(duration);
    return true;
  }

  private void note(String what) {
    events.add(what + " @" + Duration.between(START, time.instant()).toSeconds());
  }
}
