// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.benchmarks;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.server.http.HttpListener;
import dev.hongyan.server.http.HttpOptions;
import dev.hongyan.time.Signal;
import dev.hongyan.time.Time;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The server of {@link HeldPolls}: holds every request until told to wake them. */
final class HeldPollServer {

  /** How a request is held. */
  enum Way {
    /** As the product does it. */
    THREAD,
    /** The same Netty, the answer written by whoever wakes. */
    CALLBACK
  }

  /** The answer of both. */
  static final String NOTHING_NEW = "window.synccheck={retcode:\"0\",selector:\"0\"}";

  /** Longer than a measurement lasts. */
  static final Duration HOLD = Duration.ofMinutes(5);

  /** Something that holds polls. */
  interface Holder extends AutoCloseable {
    int port();

    int held();

    void wakeAll();

    @Override
    void close();
  }

  private HeldPollServer() {}

  public static void main(String[] arguments) throws Exception {
    try (Holder holder = holder(Way.valueOf(arguments[0]));
        BufferedReader orders =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      System.out.println(holder.port());
      for (String order = orders.readLine(); order != null; order = orders.readLine()) {
        System.out.println(obey(order, holder));
      }
    }
  }

  private static Holder holder(Way way) throws IOException {
    return switch (way) {
      case THREAD -> Threads.start();
      case CALLBACK -> HeldPollCallbacks.start();
    };
  }

  private static String obey(String order, Holder holder) throws Exception {
    if (order.equals("memory")) {
      return memory();
    }
    if (order.equals("wake")) {
      holder.wakeAll();
      return "woken";
    }
    int polls = Integer.parseInt(order.substring("hold ".length()));
    while (holder.held() < polls) {
      Time.system().pause(Duration.ofMillis(1));
    }
    return "held";
  }

  private static String memory() throws Exception {
    for (int i = 0; i < 3; i++) {
      System.gc();
      Time.system().pause(Duration.ofMillis(50));
    }
    long rss = 0;
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("VmRSS:")) {
        rss = Long.parseLong(line.replaceAll("[^0-9]", ""));
      }
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() + " " + rss;
  }

  /** A virtual thread for each, waiting for a signal of its own. */
  private record Threads(HttpListener listener, List<Signal> signals) implements Holder {

    static Threads start() throws IOException {
      Time time = Time.system();
      List<Signal> signals = new ArrayList<>();
      HttpListener listener =
          HttpListener.start(
              HttpOptions.loopback(),
              (request, source) -> {
                Signal signal = time.signal();
                synchronized (signals) {
                  signals.add(signal);
                }
                boolean woken = signal.await(HOLD);
                return new WebReply(woken ? 200 : 500, Headers.NONE, Body.of(NOTHING_NEW));
              },
              time);
      return new Threads(listener, signals);
    }

    @Override
    public int port() {
      return listener.port();
    }

    @Override
    public int held() {
      synchronized (signals) {
        return signals.size();
      }
    }

    @Override
    public void wakeAll() {
      synchronized (signals) {
        signals.forEach(Signal::raise);
        signals.clear();
      }
    }

    @Override
    public void close() {
      listener.close();
    }
  }
}
