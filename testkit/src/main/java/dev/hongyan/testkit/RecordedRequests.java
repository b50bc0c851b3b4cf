// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.testkit;

import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.WebRequest;
import dev.hongyan.server.Interceptor;
import dev.hongyan.server.fault.Delivery;
import dev.hongyan.time.Signal;
import dev.hongyan.time.Time;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/**
 * Every request that came to a server, in the order in which they came. Safe for use by many
 * threads.
 *
 * <p>Requests of one call are awaited one after the other: each await takes the oldest that none
 * has taken before, so that nothing is seen twice and nothing is missed, however early it came.
 */
public final class RecordedRequests {

  /** How long an await is patient unless it is told otherwise. */
  public static final Duration PATIENCE = Duration.ofMinutes(1);

  /** More than any test looks at; a load test must not fill the memory. Older ones only count. */
  private static final int KEPT = 10_000;

  private final InstantSource stamps;
  private final Time waiting;
  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<RecordedRequest> newest = new ArrayDeque<>();
  private final Set<RecordedRequest> taken = new HashSet<>();
  private final Map<String, Integer> counts = new TreeMap<>();
  private final Set<Signal> waiters = new HashSet<>();

  /**
   * None yet.
   *
   * @param stamps what time a request bears
   * @param waiting time in which awaits wait
   */
  RecordedRequests(InstantSource stamps, Time waiting) {
    this.stamps = stamps;
    this.waiting = waiting;
  }

  /** Where requests pass on their way. */
  Delivery record(WebRequest request, String source, Interceptor.Next next)
      throws InterruptedException {
    RecordedRequest recorded = new RecordedRequest(request, source, stamps.instant());
    add(recorded);
    Delivery delivery = next.answer(request, source);
    delivery.reply().ifPresent(recorded::answered);
    return delivery;
  }

  private void add(RecordedRequest recorded) {
    lock.lock();
    try {
      newest.addLast(recorded);
      counts.merge(recorded.call(), 1, Integer::sum);
      if (newest.size() > KEPT) {
        taken.remove(newest.removeFirst());
      }
      waiters.forEach(Signal::raise);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits for the next request of this call, if it has not come already.
   *
   * @return what is asked
   * @throws AssertionError if none comes within {@link #PATIENCE}
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  public <Q> Q await(Call<Q, ?> call) throws InterruptedException {
    return await(call.name()).question(call);
  }

  /**
   * Waits for the next request of this call, if it has not come already.
   *
   * @param call wire name; the path for what is no protocol call
   * @throws AssertionError if none comes within {@link #PATIENCE}
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  public RecordedRequest await(String call) throws InterruptedException {
    return await(call, PATIENCE);
  }

  /**
   * Waits for the next request of this call, if it has not come already.
   *
   * @param call wire name; the path for what is no protocol call
   * @param patience by the server's time where that flows, by the wall clock otherwise
   * @throws AssertionError if none comes in time; it tells what came instead
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  public RecordedRequest await(String call, Duration patience) throws InterruptedException {
    Signal signal = waiting.signal();
    long start = waiting.nanoTime();
    look(() -> waiters.add(signal));
    try {
      while (true) {
        Optional<RecordedRequest> found = take(call);
        if (found.isPresent()) {
          return found.get();
        }
        Duration left = patience.minusNanos(waiting.nanoTime() - start);
        if (!left.isPositive()) {
          throw new AssertionError("no " + call + " within " + patience + "; came: " + summary());
        }
        signal.await(left);
      }
    } finally {
      look(() -> waiters.remove(signal));
    }
  }

  private Optional<RecordedRequest> take(String call) {
    lock.lock();
    try {
      Optional<RecordedRequest> oldest =
          newest.stream()
              .filter(recorded -> recorded.call().equals(call) && !taken.contains(recorded))
              .findFirst();
      oldest.ifPresent(taken::add);
      return oldest;
    } finally {
      lock.unlock();
    }
  }

  /** All of them, oldest first; of very many the newest. */
  public List<RecordedRequest> list() {
    lock.lock();
    try {
      return new ArrayList<>(newest);
    } finally {
      lock.unlock();
    }
  }

  /** Those of one call, oldest first; of very many the newest. */
  public List<RecordedRequest> list(String call) {
    return list().stream().filter(recorded -> recorded.call().equals(call)).toList();
  }

  /** How many requests of one call there were. */
  public int count(String call) {
    lock.lock();
    try {
      return counts.getOrDefault(call, 0);
    } finally {
      lock.unlock();
    }
  }

  /** Forgets what came so far, counts included. */
  public void clear() {
    look(() -> {
      newest.clear();
      taken.clear();
      counts.clear();
    });
  }

  private void look(Runnable change) {
    lock.lock();
    try {
      change.run();
    } finally {
      lock.unlock();
    }
  }

  /** How many of which call, without anything that they say. */
  private String summary() {
    lock.lock();
    try {
      return counts.isEmpty()
          ? "nothing"
          : counts.entrySet().stream()
              .map(count -> count.getKey() + " × " + count.getValue())
              .collect(Collectors.joining(", "));
    } finally {
      lock.unlock();
    }
  }

  @Override
  public String toString() {
    return summary();
  }
}
