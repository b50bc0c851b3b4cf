// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What clients did wrong: the newest entries, and exact counts of all. Kept in memory: it is a
 * mirror for whoever writes a client, not part of the world. Safe for use by many threads.
 */
public final class Violations {

  /** Entries that are kept; older ones only count. */
  public static final int KEPT = 1000;

  /** Longer details are cut. */
  private static final int DETAIL = 200;

  private final InstantSource time;
  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<Violation> newest = new ArrayDeque<>();
  private long errors;
  private long warnings;

  /** None yet. */
  public Violations(InstantSource time) {
    this.time = time;
  }

  /** All that is known at one moment, oldest first. */
  public record Report(long errors, long warnings, List<Violation> list) {

    public Report {
      list = List.copyOf(list);
    }
  }

  /**
   * Notes one.
   *
   * @param detail which field, which shape; never a secret or anybody's words
   * @param account short name, where it is known
   */
  public void add(Breach breach, String call, String detail, Optional<String> account) {
    String cut = detail.length() > DETAIL ? detail.substring(0, DETAIL) + "…" : detail;
    Violation violation = new Violation(breach, call, cut, account, time.instant());
    lock.lock();
    try {
      newest.addLast(violation);
      if (newest.size() > KEPT) {
        newest.removeFirst();
      }
      if (breach.isError()) {
        errors++;
      } else {
        warnings++;
      }
    } finally {
      lock.unlock();
    }
  }

  /** All of them. */
  public Report report() {
    lock.lock();
    try {
      return new Report(errors, warnings, List.copyOf(newest));
    } finally {
      lock.unlock();
    }
  }

  void clear() {
    lock.lock();
    try {
      newest.clear();
      errors = 0;
      warnings = 0;
    } finally {
      lock.unlock();
    }
  }
}
