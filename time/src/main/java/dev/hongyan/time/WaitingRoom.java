// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.time;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/**
 * Who belongs to a virtual time, who of them runs, who waits, and until when.
 *
 * <p>Everything happens under one lock. Whoever ends another's waiting marks it as running in the
 * same breath, so that time cannot slip between the wake-up and the woken thread.
 */
final class WaitingRoom {

  private static final long NEVER = Long.MAX_VALUE;

  // Those who run side by side come to wait in any order, so the instant of arrival counts, not the
  // order; among equals the number of the thread decides.
  private static final Comparator<Waiter> BY_ARRIVAL =
      Comparator.<Waiter>comparingLong(w -> w.since).thenComparingLong(w -> w.number);
  private static final Comparator<Waiter> BY_DEADLINE =
      Comparator.<Waiter>comparingLong(w -> w.deadline).thenComparing(BY_ARRIVAL);

  private final boolean flowing;
  private final long guardNanos;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition quiet = lock.newCondition();
  private final Map<Thread, Long> registered = new HashMap<>();
  private final Set<Thread> running = new LinkedHashSet<>();
  private final Map<Thread, Waiter> waiting = new LinkedHashMap<>();
  private final NavigableSet<Waiter> deadlines = new TreeSet<>(BY_DEADLINE);
  private long numbers;
  private int away;
  private boolean advancing;
  private volatile long now;

  /**
   * @param flowing whether time moves by itself
   * @param guard how long, by the wall clock, an advance waits for those who run
   */
  WaitingRoom(boolean flowing, Duration guard) {
    this.flowing = flowing;
    this.guardNanos = guard.toNanos();
  }

  /** Nanoseconds since the start. */
  long now() {
    return now;
  }

  /** A gate that lets one through per raise. */
  Gate gate() {
    return new Gate(false);
  }

  /** A gate that, once raised, lets everyone through for ever. */
  Gate lastingGate() {
    return new Gate(true);
  }

  /** Lets a thread, which is not waiting, hold time back; false if it did already. */
  boolean register(Thread thread) {
    lock.lock();
    try {
      running.add(thread);
      return registered.putIfAbsent(thread, numbers++) == null;
    } finally {
      lock.unlock();
    }
  }

  /** Ends what {@link #register} began; false if the thread was not registered. */
  boolean leave(Thread thread) {
    lock.lock();
    try {
      boolean known = registered.remove(thread) != null;
      running.remove(thread);
      settle();
      return known;
    } finally {
      lock.unlock();
    }
  }

  /** A registered thread goes where time does not see it; false if it was not registered. */
  boolean goAway(Thread thread) {
    lock.lock();
    try {
      if (!registered.containsKey(thread)) {
        return false;
      }
      away++;
      return leave(thread);
    } finally {
      lock.unlock();
    }
  }

  /** Ends what {@link #goAway} began. */
  void comeBack(Thread thread) {
    lock.lock();
    try {
      away--;
      register(thread);
    } finally {
      lock.unlock();
    }
  }

  /** Interrupts a thread; if it waits here, it runs from now on. */
  void interrupt(Thread thread) {
    lock.lock();
    try {
      Waiter waiter = waiting.get(thread);
      if (waiter != null) {
        wake(waiter, Outcome.INTERRUPTED);
      }
      thread.interrupt();
    } finally {
      lock.unlock();
    }
  }

  /** Moves time on, as {@link VirtualTime#advance} promises. */
  void advance(Duration duration) throws InterruptedException {
    Thread self = Thread.currentThread();
    lock.lockInterruptibly();
    try {
      if (advancing) {
        throw new IllegalStateException("another thread is advancing this time");
      }
      long target = Math.addExact(now, duration.toNanos());
      boolean holdsBack = running.remove(self);
      advancing = true;
      try {
        step(target);
      } finally {
        advancing = false;
        if (holdsBack) {
          running.add(self);
        }
      }
    } finally {
      lock.unlock();
    }
  }

  private void step(long target) throws InterruptedException {
    awaitQuiet();
    while (!deadlines.isEmpty() && deadlines.first().deadline <= target) {
      wakeFirstDue();
      awaitQuiet();
    }
    now = target;
  }

  private void awaitQuiet() throws InterruptedException {
    long left = guardNanos;
    while (!running.isEmpty()) {
      if (left <= 0) {
        throw new IllegalStateException(
            "cannot advance: after %d s of the wall clock there still run %s"
                .formatted(
                    TimeUnit.NANOSECONDS.toSeconds(guardNanos),
                    running.stream().map(WaitingRoom::place).collect(Collectors.joining(", "))));
      }
      left = quiet.awaitNanos(left);
    }
  }

  /** The name of a thread and where it is now, without the JDK's own frames. */
  private static String place(Thread thread) {
    for (StackTraceElement frame : thread.getStackTrace()) {
      if (!frame.getClassName().startsWith("java.") && !frame.getClassName().startsWith("jdk.")) {
        return thread.getName() + " (at " + frame + ")";
      }
    }
    return thread.getName();
  }

  /** To be called, under the lock, whenever somebody stopped running. */
  private void settle() {
    if (!running.isEmpty()) {
      return;
    }
    quiet.signalAll();
    if (flowing) {
      flow();
    }
  }

  private void flow() {
    boolean woke = false;
    while (running.isEmpty() && !deadlines.isEmpty()) {
      wakeFirstDue();
      woke = true;
    }
    // A thread that is away, or was woken and isn't registered, may still raise something.
    if (!woke && away == 0) {
      failAll();
    }
  }

  /** One at a time, also of those due together: the next one's turn is when all is quiet again. */
  private void wakeFirstDue() {
    Waiter first = deadlines.first();
    now = first.deadline;
    wake(first, Outcome.DUE);
  }

  private void failAll() {
    String names = waiting.keySet().stream().map(Thread::getName).collect(Collectors.joining(", "));
    for (Waiter waiter : new ArrayList<>(waiting.values())) {
      waiter.company = names;
      wake(waiter, Outcome.DEADLOCK);
    }
  }

  private void wake(Waiter waiter, Outcome outcome) {
    if (waiter.outcome != Outcome.NONE_YET) {
      return;
    }
    waiter.outcome = outcome;
    waiter.gate.waiters.remove(waiter);
    waiting.remove(waiter.thread);
    deadlines.remove(waiter);
    if (registered.containsKey(waiter.thread)) {
      running.add(waiter.thread);
    }
    waiter.woken.signal();
  }

  private enum Outcome {
    NONE_YET,
    RAISED,
    DUE,
    INTERRUPTED,
    DEADLOCK
  }

  private final class Waiter {
    private final Thread thread = Thread.currentThread();
    private final Condition woken = lock.newCondition();
    private final long since = now;
    private final long number;
    private final Gate gate;
    private final long deadline;
    private Outcome outcome = Outcome.NONE_YET;
    private String company = "";

    Waiter(Gate gate, long nanos) {
      Long registration = registered.get(thread);
      this.number = registration == null ? numbers++ : registration;
      this.gate = gate;
      this.deadline = nanos < NEVER - now ? now + nanos : NEVER;
    }

    /** Waits, the lock being held; true if raised. */
    boolean outwait() throws InterruptedException {
      waiting.put(thread, this);
      gate.waiters.add(this);
      if (deadline != NEVER) {
        deadlines.add(this);
      }
      running.remove(thread);
      settle();
      while (outcome == Outcome.NONE_YET) {
        try {
          woken.await();
        } catch (InterruptedException _) {
          // Too late if woken already: then the interrupt is left for the next wait.
          wake(this, Outcome.INTERRUPTED);
          thread.interrupt();
        }
      }
      return result();
    }

    private boolean result() throws InterruptedException {
      return switch (outcome) {
        case RAISED -> true;
        case DUE -> false;
        case INTERRUPTED -> {
          var _ = Thread.interrupted();
          throw new InterruptedException();
        }
        case DEADLOCK ->
            throw new IllegalStateException(
                "virtual time stands still: all wait, none with a deadline: " + company);
        case NONE_YET -> throw new AssertionError("not woken");
      };
    }
  }

  /** What threads wait at: a signal, or the end of a task. */
  final class Gate implements Signal {
    private final boolean lasting;
    private final NavigableSet<Waiter> waiters = new TreeSet<>(BY_ARRIVAL);
    private boolean open;

    private Gate(boolean lasting) {
      this.lasting = lasting;
    }

    boolean isOpen() {
      lock.lock();
      try {
        return open;
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void raise() {
      lock.lock();
      try {
        if (lasting) {
          open = true;
          new ArrayList<>(waiters).forEach(waiter -> wake(waiter, Outcome.RAISED));
        } else if (waiters.isEmpty()) {
          open = true;
        } else {
          wake(waiters.first(), Outcome.RAISED);
        }
      } finally {
        lock.unlock();
      }
    }

    @Override
    public boolean await(Duration timeout) throws InterruptedException {
      long nanos = TimeUnit.NANOSECONDS.convert(timeout);
      lock.lockInterruptibly();
      try {
        if (open) {
          open = lasting;
          return true;
        }
        return nanos > 0 && new Waiter(this, nanos).outwait();
      } finally {
        lock.unlock();
      }
    }
  }
}
