// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.benchmarks;

import dev.hongyan.time.Time;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a held poll costs the server: a parked virtual thread against a callback on the same Netty.
 * The server is a process of its own; this one holds the connections.
 *
 * <p>Arguments: the number of polls (5000), then options of the server's JVM.
 */
final class HeldPolls {

  private static final int POLLS = 5_000;

  /** Rounds before the one that counts, so that code is compiled and pools are full. */
  private static final int WARM_UP = 3;

  private static final String REQUEST =
      "GET /cgi-bin/mmwebwx-bin/synccheck?r=1700000000000&skey=%40crypt_1a2b3c4d_"
          + "0123456789abcdef0123456789abcdef&sid=a1B2c3D4e5F6g7H8&uin=1234567890"
          + "&deviceid=e482913746501927&synckey=1_700000001%7C2_700000002%7C3_700000003"
          + "&_=1700000000001 HTTP/1.1\r\nHost: webpush.wx.qq.com\r\nAccept: */*\r\n"
          + "User-Agent: benchmark\r\nCookie: wxuin=1234567890; wxsid=a1B2c3D4e5F6g7H8;"
          + " wxloadtime=1700000032; mm_lang=zh_CN; webwx_data_ticket=gSaB12cD34eF56gH78iJ90kL;"
          + " webwxuvid=0123456789abcdef0123456789abcdef; webwx_auth_ticket=CIsBEK0123456789\r\n\r\n";

  private HeldPolls() {}

  static void run(List<String> arguments) throws Exception {
    int polls = arguments.isEmpty() ? POLLS : Integer.parseInt(arguments.getFirst());
    List<String> options =
        arguments.size() > 1 ? arguments.subList(1, arguments.size()) : List.of();
    System.out.printf("%d held polls, server with %s%n", polls, options);
    System.out.println("way        live heap/poll  RSS idle  RSS held  all accepted  all answered");
    for (HeldPollServer.Way way : HeldPollServer.Way.values()) {
      try (Server server = Server.start(way, options)) {
        Figures figures = measure(server, polls);
        for (int i = 0; i < WARM_UP; i++) {
          figures = measure(server, polls);
        }
        System.out.printf(
            "%-9s %11d B %8d MB %6d MB %10d ms %10d ms%n",
            way.name().toLowerCase(java.util.Locale.ROOT),
            (figures.held.heap - figures.idle.heap) / polls,
            figures.idle.rss >> 10,
            figures.held.rss >> 10,
            figures.accepted.toMillis(),
            figures.answered.toMillis());
      }
    }
  }

  /**
   * @param heap live bytes after a full collection
   * @param rss KiB
   */
  private record Memory(long heap, long rss) {}

  private record Figures(Memory idle, Memory held, Duration accepted, Duration answered) {}

  private static Figures measure(Server server, int polls) throws IOException {
    Time time = Time.system();
    List<SocketChannel> channels = new ArrayList<>();
    try {
      Memory idle = server.memory();
      long start = time.nanoTime();
      for (int i = 0; i < polls; i++) {
        channels.add(server.connect());
        channels.getLast().write(ByteBuffer.wrap(REQUEST.getBytes(StandardCharsets.US_ASCII)));
      }
      server.ask("hold " + polls);
      Duration accepted = Duration.ofNanos(time.nanoTime() - start);
      Memory held = server.memory();
      start = time.nanoTime();
      server.ask("wake");
      ByteBuffer answer = ByteBuffer.allocate(4096);
      for (SocketChannel channel : channels) {
        if (channel.read(answer.clear()) <= 0) {
          throw new IOException("a poll was not answered");
        }
      }
      return new Figures(idle, held, accepted, Duration.ofNanos(time.nanoTime() - start));
    } finally {
      for (SocketChannel channel : channels) {
        channel.close();
      }
    }
  }

  /** The process of the server; its standard input gives orders, its standard output answers. */
  private record Server(Process process, BufferedReader out, PrintWriter in, int port)
      implements AutoCloseable {

    static Server start(HeldPollServer.Way way, List<String> options) throws IOException {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(options);
      command.add("-cp");
      command.add(System.getProperty("java.class.path"));
      command.add(HeldPollServer.class.getName());
      command.add(way.name());
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
      String port = out.readLine();
      if (port == null) {
        throw new IOException("the server did not start");
      }
      return new Server(
          process,
          out,
          new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true),
          Integer.parseInt(port));
    }

    SocketChannel connect() throws IOException {
      return SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    String ask(String order) throws IOException {
      in.println(order);
      String answer = out.readLine();
      if (answer == null) {
        throw new IOException("the server has died");
      }
      return answer;
    }

    Memory memory() throws IOException {
      String heapAndRss = ask("memory");
      int blank = heapAndRss.indexOf(' ');
      return new Memory(
          Long.parseLong(heapAndRss.substring(0, blank)),
          Long.parseLong(heapAndRss.substring(blank + 1)));
    }

    @Override
    public void close() {
      in.close();
      process.destroy();
    }
  }
}
