// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.time;

import java.time.Duration;
import java.time.Instant;

/**
 * Time that moves only when told, or only when everyone waits: a week of holds and pauses in a
 * moment, the same way each run.
 *
 * <p>It knows the threads that belong to it, the <i>registered</i> ones: those made by {@link
 * #start}, and any other between {@link #enter} and the close of what that returns. As long as one
 * of them runs, time stands. A thread waits while it is inside {@link #pause}, {@link
 * Signal#await}, {@link Task#join} or {@link Task#close} of this time; nothing else is waiting,
 * whatever the thread does. A thread that is not registered may wait too: its deadline counts, but
 * it holds nothing back while it runs, so that the order of things around it is not certain.
 *
 * <p>There are two kinds:
 *
 * <ul>
 *   <li><b>stepped</b>: time moves by {@link #advance};
 *   <li><b>flowing</b>: whenever all registered threads wait, time jumps to the earliest deadline.
 *       If there is none, nothing can happen any more: then all waits fail with an {@link
 *       IllegalStateException} that names the threads. So the thread of the test should enter, and
 *       close what it started before it leaves.
 * </ul>
 *
 * <p>Deadlines are served one after the other: the next thread is woken when the one before, and
 * whomever it raised or started, waits again, has ended or left. Among equal deadlines the wait
 * that began at the earlier instant comes first, then the thread that was registered first. A
 * thread woken by {@link Signal#raise} runs at once, beside the one that raised it: what the two do
 * until they wait again has no certain order.
 *
 * {@snippet :
 * var time = VirtualTime.flowing(Instant.parse("2026-01-01T00:00:00Z"));
 * try (var _ = time.enter()) {
 *   time.pause(Duration.ofDays(7)); // at once, and a week of everyone else's life has passed
 * }
 * }
 */
public final class VirtualTime implements Time {

  // The only use of the wall clock here: a test that hangs should say why.
  private static final Duration GUARD = Duration.ofSeconds(30);

  private final Instant start;
  private final boolean flowing;
  private final WaitingRoom room;

  private VirtualTime(Instant start, boolean flowing, Duration guard) {
    this.start = start;
    this.flowing = flowing;
    this.room = new WaitingRoom(flowing, guard);
  }

  /** Time that moves by {@link #advance}. */
  public static VirtualTime stepped(Instant start) {
    return stepped(start, GUARD);
  }

  /** For tests of the guard. */
  static VirtualTime stepped(Instant start, Duration guard) {
    return new VirtualTime(start, false, guard);
  }

  /** Time that moves by itself whenever all registered threads wait. */
  public static VirtualTime flowing(Instant start) {
    return new VirtualTime(start, true, GUARD);
  }

  @Override
  public Instant instant() {
    return start.plusNanos(room.now());
  }

  /** Nanoseconds since the start; moves together with {@link #instant}. */
  @Override
  public long nanoTime() {
    return room.now();
  }

  @Override
  public void pause(Duration duration) throws InterruptedException {
    var _ = room.gate().await(duration);
  }

  @Override
  public Signal signal() {
    return room.gate();
  }

  /** Starts a registered thread, which holds time back from now on, until it ends. */
  @Override
  public Task start(String name, Runnable body) {
    return VirtualTask.start(room, name, body);
  }

  /**
   * Registers the calling thread: the thread of a test, or one that a web server runs a request on.
   * Entering again, or from a thread made by {@link #start}, changes nothing.
   *
   * @return to be closed by the same thread, which then belongs to this time no more
   */
  public Stay enter() {
    Thread self = Thread.currentThread();
    return room.register(self) ? new Stay(self, () -> room.leave(self)) : new Stay(self, () -> {});
  }

  /**
   * Lets the calling thread block outside this time, as on a socket, without holding it back: it
   * counts as not registered until what is returned is closed. Of a thread that is not registered
   * it changes nothing. Time may move while it is away, so this is for stepped time.
   *
   * @return to be closed by the same thread, which then belongs to this time again
   */
  public Stay away() {
    Thread self = Thread.currentThread();
    return room.goAway(self) ? new Stay(self, () -> room.comeBack(self)) : new Stay(self, () -> {});
  }

  /**
   * Moves stepped time on by a duration, and waits until everything due on the way has been done.
   *
   * <p>First all registered threads come to wait; then each deadline up to the new time is served,
   * in order, at exactly its instant; afterwards {@link #instant} is the old one plus the duration.
   * A duration of zero lets everyone come to wait. The calling thread itself, if registered, holds
   * nothing back meanwhile.
   *
   * @throws IllegalStateException if this time flows by itself; if another thread is advancing it;
   *     or if a registered thread goes on running for 30 seconds of the wall clock. The message
   *     says who and where, and time stays where it got to
   * @throws IllegalArgumentException if the duration is negative
   * @throws InterruptedException if the calling thread is interrupted before or while it waits
   */
  public void advance(Duration duration) throws InterruptedException {
    if (flowing) {
      throw new IllegalStateException("this time flows by itself: pause instead of advancing it");
    }
    if (duration.isNegative()) {
      throw new IllegalArgumentException("duration is " + duration + ", allowed: 0 or more");
    }
    room.advance(duration);
  }

  /** How a thread stands to a virtual time for the length of a block. */
  public static final class Stay implements AutoCloseable {
    private final Thread owner;
    private final Runnable end;
    private boolean ended;

    private Stay(Thread owner, Runnable end) {
      this.owner = owner;
      this.end = end;
    }

    /**
     * Ends it; does nothing the second time.
     *
     * @throws IllegalStateException if called by another thread than the one it was made for
     */
    @Override
    public void close() {
      if (Thread.currentThread() != owner) {
        throw new IllegalStateException("belongs to the thread " + owner.getName());
      }
      if (!ended) {
        ended = true;
        end.run();
      }
    }
  }
}
