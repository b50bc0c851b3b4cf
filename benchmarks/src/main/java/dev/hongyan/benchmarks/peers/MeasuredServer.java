// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.benchmarks.peers;

import dev.hongyan.server.Server;
import dev.hongyan.server.ServerOptions;
import dev.hongyan.server.script.Cast;
import dev.hongyan.server.script.Person;
import dev.hongyan.server.world.Account;
import dev.hongyan.server.world.ChatId;
import dev.hongyan.server.world.Draft;
import dev.hongyan.server.world.Message;
import dev.hongyan.server.world.MessageId;
import dev.hongyan.server.world.Rates;
import dev.hongyan.server.world.SamplePeople;
import dev.hongyan.server.world.SendOutcome;
import dev.hongyan.server.world.Switch;
import dev.hongyan.server.world.World;
import dev.hongyan.time.Randomness;
import dev.hongyan.time.Time;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The server of the measurements and the phones of its people, in a process of its own: obeys lines
 * and answers each with one. Instants are microseconds of {@link Time#nanoTime}.
 */
final class MeasuredServer {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final World world;
  private final Cast cast;
  private final PollWatch polls;
  private final Time time;

  private MeasuredServer(World world, PollWatch polls, Time time) {
    this.world = world;
    this.cast = new Cast(world);
    this.polls = polls;
    this.time = time;
  }

  /** Arguments: the port for HTTP, then for TLS a certificate and its key. */
  public static void main(String[] arguments) throws Exception {
    Time time = Time.system();
    PollWatch polls = new PollWatch(time);
    try (Server server =
            Server.start(options(List.of(arguments)), time, Randomness.secure(), polls);
        BufferedReader orders =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      System.out.println(server.port().orElseThrow());
      var obedient = new MeasuredServer(server.world(), polls, time);
      for (String order = orders.readLine(); order != null; order = orders.readLine()) {
        System.out.println(obedient.obey(order.split(" ", -1)));
      }
    }
  }

  private static ServerOptions options(List<String> arguments) {
    int port = Integer.parseInt(arguments.getFirst());
    ServerOptions options = ServerOptions.inMemory().at("127.0.0.1", port);
    return arguments.size() < 3
        ? options
        : options.with(
            new ServerOptions.Tls(443, Path.of(arguments.get(1)), Path.of(arguments.get(2))));
  }

  private String obey(String[] order) throws IOException, InterruptedException {
    return switch (order[0]) {
      case "reset" -> reset(Integer.parseInt(order[1]));
      case "contacts" -> contacts(order[1]);
      case "scan" -> scan(order[1], order[2]);
      case "confirm" -> confirm(order[1]);
      case "held" -> Long.toString(polls.awaitHeld(account(order[1]).uin()));
      case "leave" -> Boolean.toString(cast.person(order[1]).phone().endsWebSession());
      case "write" -> write(order[1], order[2], order[3]);
      case "rush" -> rush(order[1], order[2], order[3], Integer.parseInt(order[4]), order[5]);
      case "echo" -> echo(order[1], order[2], order[3]);
      default -> throw new IOException("no such order: " + order[0]);
    };
  }

  private String reset(int people) {
    world.reset(SamplePeople.withFriends(people));
    return "done";
  }

  private String contacts(String name) {
    return world.contacts().of(account(name).id()).stream()
        .map(contact -> contact.account().profile().nickName())
        .collect(Collectors.joining("\t"));
  }

  private String scan(String uuid, String name) {
    Person owner = cast.person(name);
    // What is measured is the way of a message, not how many the service lets through.
    owner.isTreated(Switch.THROTTLING, Rates.NONE);
    owner.phone().scan(uuid);
    return "done";
  }

  private String confirm(String uuid) {
    long begun = micros();
    world.codes().confirm(uuid);
    return Long.toString(begun);
  }

  private String write(String from, String to, String text) {
    long begun = micros();
    send(account(from), account(to), text);
    return Long.toString(begun);
  }

  /** {@code text} and a number, so many times, at a steady rate; answers when each was begun. */
  private String rush(String from, String to, String text, int count, String perSecond)
      throws InterruptedException {
    Account writer = account(from);
    Account reader = account(to);
    long gap = 1_000_000 / Long.parseLong(perSecond);
    long start = micros();
    List<String> begun = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long early = start + i * gap - micros();
      if (early > 0) {
        time.pause(Duration.ofNanos(early * 1_000));
      }
      begun.add(Long.toString(micros()));
      send(writer, reader, text + i);
    }
    return String.join(" ", begun);
  }

  /** How long until the same text has come back. */
  private String echo(String from, String to, String text)
      throws IOException, InterruptedException {
    Account writer = account(from);
    Account reader = account(to);
    long begun = micros();
    MessageId last = send(writer, reader, text);
    while (true) {
      List<Message> page = world.messages().awaitOnPhone(writer.id(), last.value(), 1, PATIENCE);
      if (page.isEmpty()) {
        throw new IOException(to + " sends nothing back");
      }
      if (page.getFirst().from().equals(reader.id())) {
        return Long.toString(micros() - begun);
      }
      last = page.getFirst().id();
    }
  }

  private MessageId send(Account from, Account to, String text) {
    ChatId chat = to.id();
    return switch (world.messages().send(Draft.typed(from.id(), chat, text))) {
      case SendOutcome.Sent sent -> sent.id();
      case SendOutcome.Refused refused -> throw new IllegalStateException(refused.toString());
    };
  }

  private Account account(String name) {
    return cast.person(name).account();
  }

  private long micros() {
    return time.nanoTime() / 1_000;
  }
}
