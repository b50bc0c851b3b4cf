// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.benchmarks.peers;

import dev.hongyan.system.island.Inhabitant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The process of {@link MeasuredServer}, seen from where the measurement is led. */
final class ServerProcess {

  private final Inhabitant process;
  private final int port;

  ServerProcess(Inhabitant process) throws InterruptedException {
    this.process = process;
    this.port = Integer.parseInt(process.next());
  }

  String baseUrl() {
    return "http://127.0.0.1:" + port;
  }

  int port() {
    return port;
  }

  /** A new world in which lin has so many friends. */
  void reset(int people) throws InterruptedException {
    ask("reset " + people);
  }

  /** The nick names of everybody in somebody's address book. */
  Set<String> contacts(String account) throws InterruptedException {
    return new HashSet<>(List.of(ask("contacts " + account).split("\t", -1)));
  }

  void scan(String uuid, String account) throws InterruptedException {
    ask("scan " + uuid + " " + account);
  }

  /** Returns when the owner of the phone began to confirm. */
  long confirm(String uuid) throws InterruptedException {
    return Long.parseLong(ask("confirm " + uuid));
  }

  /** Waits until a poll of the account is held, and returns when that poll came. */
  long held(String account) throws InterruptedException {
    return Long.parseLong(ask("held " + account));
  }

  void endSession(String account) throws InterruptedException {
    ask("leave " + account);
  }

  /** Returns when the writer began. */
  long write(String from, String to, String word) throws InterruptedException {
    return Long.parseLong(ask("write " + from + " " + to + " " + word));
  }

  /** Writes the word and a number so many times; returns when each was begun. */
  List<Long> rush(String from, String to, String word, int count, int perSecond)
      throws InterruptedException {
    String order = String.join(" ", "rush", from, to, word, count + "", perSecond + "");
    return Stream.of(ask(order).split(" ", -1)).map(Long::valueOf).toList();
  }

  /** Returns how long it took until the word came back, in microseconds. */
  long echo(String from, String to, String word) throws InterruptedException {
    return Long.parseLong(ask("echo " + from + " " + to + " " + word));
  }

  private String ask(String order) throws InterruptedException {
    process.tell(order);
    return process.next();
  }
}
