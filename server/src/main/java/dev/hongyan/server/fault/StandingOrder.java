// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.fault;

import dev.hongyan.time.Randomness;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** An order that was given, and how often it was carried out. Safe for use by many threads. */
public final class StandingOrder {

  private final String id;
  private final FaultOrder order;
  private final @Nullable Randomness lots;
  private final ReentrantLock lock = new ReentrantLock();
  private long struck;

  StandingOrder(String id, FaultOrder order) {
    this.id = id;
    this.order = order;
    this.lots =
        order.frequency() instanceof Frequency.Chance(_, long seed)
            ? Randomness.seeded(seed)
            : null;
  }

  /** Its name, a decimal string. */
  public String id() {
    return id;
  }

  /** What was ordered. */
  public FaultOrder order() {
    return order;
  }

  /** How often it has struck. */
  public long struck() {
    lock.lock();
    try {
      return struck;
    } finally {
      lock.unlock();
    }
  }

  /** Whether it will strike no more. */
  public boolean isSpent() {
    return left().filter(times -> times == 0).isPresent();
  }

  /** How often it will strike yet, if that is limited. */
  public Optional<Long> left() {
    return order.frequency() instanceof Frequency.Times(int count)
        ? Optional.of(count - struck())
        : Optional.empty();
  }

  /** At an occasion: whether it strikes this time. */
  boolean strikes() {
    lock.lock();
    try {
      boolean now =
          switch (order.frequency()) {
            case Frequency.Always _ -> true;
            case Frequency.Times(int count) -> struck < count;
            case Frequency.Chance(double probability, _) ->
                lots != null && lots.nextDouble() < probability;
          };
      struck += now ? 1 : 0;
      return now;
    } finally {
      lock.unlock();
    }
  }
}
