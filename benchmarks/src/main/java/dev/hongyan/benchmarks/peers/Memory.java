// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.benchmarks.peers;

import dev.hongyan.system.island.Inhabitant;
import dev.hongyan.system.island.JavaCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a process holds.
 *
 * @param resident all that the machine has given to it, KiB
 * @param live what its Java objects take after a full collection, KiB
 */
record Memory(long resident, OptionalLong live) {

  static Memory of(Arena arena, long pid, boolean isJava) throws IOException, InterruptedException {
    long resident = resident(pid);
    return new Memory(resident, isJava ? OptionalLong.of(live(arena, pid)) : OptionalLong.empty());
  }

  private static long resident(long pid) throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("[^0-9]", ""));
      }
    }
    throw new IOException("process " + pid + " has no memory");
  }

  /** The histogram counts what a full collection has left; its last line is the sum. */
  private static long live(Arena arena, long pid) throws IOException, InterruptedException {
    String jcmd = JavaCommand.tool("jcmd").toString();
    List<String> command = List.of(jcmd, Long.toString(pid), "GC.class_histogram");
    try (Inhabitant histogram = arena.join("jcmd", command)) {
      return histogram.await(
          "to give the sum",
          line ->
              line.startsWith("Total")
                  ? Optional.of(Long.parseLong(line.strip().replaceAll(".*\\s", "")) >> 10)
                  : Optional.empty());
    }
  }
}
