// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every time promises. In all of it the thread of the test belongs to the time. */
interface TimeContract {

  Duration SHORT = Duration.ofMillis(5);
  Duration LONG = Duration.ofHours(2);
  Duration FOREVER = ChronoUnit.FOREVER.getDuration();

  Time time();

  @Test
  default void pausesForAtLeastTheDuration() throws Exception {
    long before = time().nanoTime();

    time().pause(SHORT);

    assertThat(time().nanoTime() - before).isGreaterThanOrEqualTo(SHORT.toNanos());
  }

  @Test
  default void doesNotPauseForZeroOrLess() throws Exception {
    time().pause(Duration.ZERO);
    time().pause(Duration.ofSeconds(Long.MIN_VALUE));

    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  default void refusesToPauseWhenInterruptedEvenForNothing() {
    for (Duration duration : List.of(LONG, Duration.ZERO, Duration.ofNanos(-1))) {
      Thread.currentThread().interrupt();

      assertThatThrownBy(() -> time().pause(duration)).isInstanceOf(InterruptedException.class);

      assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }
  }

  @Test
  default void remembersOneRaiseHoweverManyThereWere() throws Exception {
    Signal signal = time().signal();

    signal.raise();
    signal.raise();

    assertThat(signal.await(LONG)).isTrue();
    assertThat(signal.await(Duration.ZERO)).isFalse();
    assertThat(signal.await(Duration.ofSeconds(-1))).isFalse();
    assertThat(signal.await(SHORT)).isFalse();
  }

  @Test
  default void looksWithoutWaitingWhenTheTimeoutIsZeroOrLess() throws Exception {
    Signal signal = time().signal();
    signal.raise();

    assertThat(signal.await(Duration.ofSeconds(Long.MIN_VALUE))).isTrue();
    assertThat(signal.await(Duration.ofSeconds(Long.MIN_VALUE))).isFalse();
  }

  @Test
  default void keepsTheRaiseWhenTheWaiterIsInterrupted() throws Exception {
    Signal signal = time().signal();
    signal.raise();
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> signal.await(LONG)).isInstanceOf(InterruptedException.class);

    assertThat(signal.await(Duration.ZERO)).isTrue();
  }

  @Test
  default void wakesOneWaiterPerRaise() throws Exception {
    Signal signal = time().signal();
    Signal woken = time().signal();
    AtomicInteger count = new AtomicInteger();
    Runnable body =
        () -> {
          if (quietly(() -> signal.await(LONG))) {
            count.incrementAndGet();
            woken.raise();
          }
        };
    try (Task _ = time().start("a", body);
        Task _ = time().start("b", body);
        Task _ = time().start("c", body)) {
      signal.raise();
      assertThat(woken.await(LONG)).isTrue();
      assertThat(count).hasValue(1);

      signal.raise();
      assertThat(woken.await(LONG)).isTrue();
      assertThat(count).hasValue(2);
    }

    // The third was woken by its close, not by a raise.
    assertThat(count).hasValue(2);
  }

  @Test
  default void losesNoWakeUpHoweverManyRaise() throws Exception {
    int producers = 8;
    int items = 1_000;
    Signal signal = time().signal();
    Queue<Integer> queue = new ConcurrentLinkedQueue<>();
    List<Task> tasks = new ArrayList<>();
    long before = time().nanoTime();
    for (int producer = 0; producer < producers; producer++) {
      tasks.add(
          time()
              .start(
                  "producer-" + producer,
                  () -> {
                    for (int item = 0; item < items; item++) {
                      queue.add(item);
                      signal.raise();
                    }
                  }));
    }

    for (int received = 0; received < producers * items; received++) {
      while (queue.poll() == null) {
        assertThat(signal.await(LONG)).isTrue();
      }
    }

    tasks.forEach(Task::close);
    assertThat(time().nanoTime() - before).isLessThan(LONG.toNanos());
  }

  @Test
  default void startsANamedVirtualThread() throws Exception {
    List<String> seen = new CopyOnWriteArrayList<>();

    Task task =
        time()
            .start(
                "sync-lin",
                () -> {
                  Thread self = Thread.currentThread();
                  seen.add(self.getName() + " " + self.isVirtual());
                });

    assertThat(task.join(LONG)).isTrue();
    assertThat(task.isDone()).isTrue();
    assertThat(seen).containsExactly("sync-lin true");
  }

  @Test
  default void joinGivesUpWhenTheTimeIsOver() throws Exception {
    Signal never = time().signal();
    try (Task task = time().start("waits", () -> quietly(() -> never.await(LONG)))) {
      assertThat(task.join(Duration.ZERO)).isFalse();
      assertThat(task.join(SHORT)).isFalse();
      assertThat(task.isDone()).isFalse();
    }
  }

  @Test
  default void interruptEndsTheWaitingOfATask() throws Exception {
    AtomicBoolean interrupted = new AtomicBoolean();
    Task task =
        time()
            .start(
                "waits",
                () -> {
                  try {
                    time().pause(FOREVER);
                  } catch (InterruptedException _) {
                    interrupted.set(true);
                  }
                });

    task.interrupt();

    assertThat(task.join(LONG)).isTrue();
    assertThat(interrupted).isTrue();
  }

  @Test
  default void closeInterruptsAndWaitsForTheEndAndMayBeRepeated() {
    AtomicBoolean cleanedUp = new AtomicBoolean();
    Task task =
        time()
            .start(
                "cleans-up",
                () -> {
                  quietly(() -> time().signal().await(FOREVER));
                  quietly(() -> time().signal().await(SHORT));
                  cleanedUp.set(true);
                });

    task.close();
    assertThat(cleanedUp).isTrue();

    task.close();
    assertThat(task.isDone()).isTrue();
  }

  @Test
  default void closeGoesOnWaitingWhenInterruptedAndKeepsTheInterrupt() {
    AtomicBoolean cleanedUp = new AtomicBoolean();
    Task task =
        time()
            .start(
                "cleans-up",
                () -> {
                  quietly(() -> time().signal().await(FOREVER));
                  quietly(() -> time().signal().await(SHORT));
                  cleanedUp.set(true);
                });
    Thread.currentThread().interrupt();

    task.close();

    assertThat(cleanedUp).isTrue();
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  default void aTaskMayCloseItself() throws Exception {
    Signal ready = time().signal();
    List<Task> self = new CopyOnWriteArrayList<>();
    AtomicBoolean interrupted = new AtomicBoolean();
    Task task =
        time()
            .start(
                "closes-itself",
                () -> {
                  quietly(() -> ready.await(LONG));
                  self.getFirst().close();
                  interrupted.set(Thread.currentThread().isInterrupted());
                });
    self.add(task);

    ready.raise();

    assertThat(task.join(LONG)).isTrue();
    assertThat(interrupted).isTrue();
  }

  @Test
  default void handsAnEscapedExceptionToTheHandlerBeforeTheEndIsSeen() throws Exception {
    List<String> handled = new CopyOnWriteArrayList<>();
    RuntimeException escaped = new IllegalStateException("escaped");
    Task task =
        time()
            .start(
                "fails",
                () -> {
                  Thread.currentThread()
                      .setUncaughtExceptionHandler(
                          (thread, e) -> handled.add(thread.getName() + " " + e.getMessage()));
                  throw escaped;
                });

    assertThat(task.join(LONG)).isTrue();
    assertThat(handled).containsExactly("fails escaped");
  }

  /** Runs a wait; an interrupt is the end of it and counts as false. */
  static boolean quietly(Wait wait) {
    try {
      return wait.run();
    } catch (InterruptedException _) {
      return false;
    }
  }

  /** Something that waits. */
  @FunctionalInterface
  interface Wait {
    boolean run() throws InterruptedException;
  }
}
