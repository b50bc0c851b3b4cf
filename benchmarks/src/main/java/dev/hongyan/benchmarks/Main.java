// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.benchmarks;

import dev.hongyan.benchmarks.identity.IdentityAcrossLogins;
import dev.hongyan.benchmarks.media.MediaTransfer;
import dev.hongyan.benchmarks.peers.LoginTime;
import dev.hongyan.benchmarks.peers.MessageLatency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs a measurement by its name: {@code ./hongyan bench NAME [ARGUMENT…]}. */
public final class Main {

  /** A measurement: prints what it finds. */
  @FunctionalInterface
  interface Benchmark {
    void run(List<String> arguments) throws Exception;
  }

  private static final Map<String, Benchmark> BENCHMARKS =
      new TreeMap<>(
          Map.of(
              "codec", CodecBenchmark::run,
              "held-polls", HeldPolls::run,
              "identity", IdentityAcrossLogins::run,
              "latency", MessageLatency::run,
              "login", LoginTime::run,
              "media", MediaTransfer::run));

  private Main() {}

  /** Exits with 2 if there is no measurement of that name. */
  public static void main(String[] arguments) throws Exception {
    Benchmark benchmark = arguments.length == 0 ? null : BENCHMARKS.get(arguments[0]);
    if (benchmark == null) {
      System.err.println("Usage: ./hongyan bench NAME [ARGUMENT…], NAME one of");
      BENCHMARKS.keySet().forEach(name -> System.err.println("  " + name));
      System.exit(2);
    } else {
      benchmark.run(List.of(arguments).subList(1, arguments.length));
    }
  }
}
