// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.benchmarks;

import com.sun.management.ThreadMXBean;
import dev.hongyan.benchmarks.codec.CodecContest;
import dev.hongyan.time.Time;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * What one description for both directions costs: the codec of {@code protocol} against readers and
 * writers by hand, window by window in turns, so that a busy machine slows both.
 *
 * <p>Arguments: contacts of the init (5000), messages of the sync (10).
 */
public final class CodecBenchmark {

  /** Windows of each way before those that count: the compiler has done its work. */
  private static final int WARM_UP = 8;

  private static final int WINDOWS = 15;

  /** Long enough for ten reads of the largest reply. */
  private static final long WINDOW_NANOS = 300_000_000;

  private static final Time TIME = Time.system();
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private CodecBenchmark() {}

  /** Runs without the other measurements. */
  public static void main(String[] arguments) {
    run(List.of(arguments));
  }

  static void run(List<String> arguments) {
    int contacts = arguments.isEmpty() ? 5_000 : Integer.parseInt(arguments.getFirst());
    int messages = arguments.size() < 2 ? 10 : Integer.parseInt(arguments.get(1));
    System.out.printf(
        "%-62s %10s %10s %6s %11s %11s %6s%n",
        "median time and garbage of one turn",
        "shapes",
        "by hand",
        "ratio",
        "shapes",
        "by hand",
        "ratio");
    for (CodecContest contest : CodecContest.all(contacts, messages)) {
      print(contest.name(), contest.shapes(), contest.byHand());
    }
  }

  private static void print(String name, Supplier<Object> shapes, Supplier<Object> byHand) {
    for (int i = 0; i < WARM_UP; i++) {
      measure(shapes);
      measure(byHand);
    }
    Turn[] ours = new Turn[WINDOWS];
    Turn[] floor = new Turn[WINDOWS];
    for (int i = 0; i < WINDOWS; i++) {
      ours[i] = measure(shapes);
      floor[i] = measure(byHand);
    }
    Turn we = median(ours);
    Turn they = median(floor);
    System.out.printf(
        "%-62s %7.1f us %7.1f us %6.2f %8.1f KB %8.1f KB %6.2f%n",
        name,
        we.nanos / 1e3,
        they.nanos / 1e3,
        we.nanos / they.nanos,
        we.bytes / 1e3,
        they.bytes / 1e3,
        we.bytes / they.bytes);
  }

  /**
   * @param nanos time of one turn
   * @param bytes garbage of one turn
   */
  private record Turn(double nanos, double bytes) {}

  private static Turn median(Turn[] turns) {
    double[] nanos = Arrays.stream(turns).mapToDouble(Turn::nanos).sorted().toArray();
    double[] bytes = Arrays.stream(turns).mapToDouble(Turn::bytes).sorted().toArray();
    return new Turn(nanos[WINDOWS / 2], bytes[WINDOWS / 2]);
  }

  @SuppressWarnings("UnnecessaryAsync") // a store that others could see is the point of it
  private static Turn measure(Supplier<Object> work) {
    long turns = 0;
    AtomicReference<Object> last = new AtomicReference<>();
    long allocated = THREADS.getCurrentThreadAllocatedBytes();
    long start = TIME.nanoTime();
    long now = start;
    while (now - start < WINDOW_NANOS) {
      // Kept where another thread could see it, or the compiler would leave the work out.
      last.set(work.get());
      turns++;
      now = TIME.nanoTime();
    }
    return new Turn(
        (double) (now - start) / turns,
        (double) (THREADS.getCurrentThreadAllocatedBytes() - allocated) / turns);
  }
}
