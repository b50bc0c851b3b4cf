// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.benchmarks.media;

import dev.hongyan.time.Task;
import dev.hongyan.time.Time;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What this process holds. Watched, it collects all garbage several times a second to see what is
 * left: then it is measured and must not be timed.
 */
final class Footprint implements AutoCloseable {

  /** Often enough to meet a second of transfers several times. */
  private static final Duration GAP = Duration.ofMillis(300);

  private final Time time;
  private final AtomicLong most = new AtomicLong();
  private Optional<Task> watch = Optional.empty();

  Footprint(Time time) {
    this.time = time;
  }

  /** Begins to look all the time. */
  void watch() {
    watch = Optional.of(time.start("footprint", this::run));
  }

  private void run() {
    try {
      while (true) {
        most.accumulateAndGet(live(), Math::max);
        time.pause(GAP);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static long live() {
    var memory = ManagementFactory.getMemoryMXBean();
    memory.gc();
    return memory.getHeapMemoryUsage().getUsed();
  }

  /** The largest heap after a collection since the last look, and the most resident ever; KiB. */
  String look() throws IOException {
    most.accumulateAndGet(live(), Math::max);
    return (most.getAndSet(0) >> 10) + " " + mostResident();
  }

  private static long mostResident() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
        .findFirst()
        .orElseThrow(() -> new IOException("this process has no memory"));
  }

  @Override
  public void close() {
    watch.ifPresent(Task::close);
  }
}
