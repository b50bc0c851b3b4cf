// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.benchmarks.media;

import dev.hongyan.server.Server;
import dev.hongyan.server.ServerOptions;
import dev.hongyan.server.script.Cast;
import dev.hongyan.server.world.AccountKind;
import dev.hongyan.server.world.Rates;
import dev.hongyan.server.world.SamplePeople;
import dev.hongyan.server.world.Switch;
import dev.hongyan.time.Randomness;
import dev.hongyan.time.Time;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Our server in a process of its own, its world in a folder; tells its memory when asked. */
final class MediaServer {

  private static final int FRIENDS = 20;

  private MediaServer() {}

  /** Argument: a folder. Tells the port, then the memory for each line; {@code watch} is one. */
  public static void main(String[] arguments) throws Exception {
    Time time = Time.system();
    ServerOptions options =
        ServerOptions.inMemory()
            .keptIn(Path.of(arguments[0]))
            .with(SamplePeople.withFriends(FRIENDS));
    try (Server server = Server.start(options, time, Randomness.secure());
        Footprint footprint = new Footprint(time);
        BufferedReader orders =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      letEverythingThrough(server);
      System.out.println(server.port().orElseThrow());
      for (String order = orders.readLine(); order != null; order = orders.readLine()) {
        if (order.equals("watch")) {
          footprint.watch();
        }
        System.out.println(footprint.look());
      }
    }
  }

  /** What is measured is the way of the bytes, not how many files the service lets through. */
  private static void letEverythingThrough(Server server) {
    Cast cast = new Cast(server.world());
    server.world().accounts().all().stream()
        .filter(account -> account.kind() == AccountKind.PERSON)
        .forEach(account -> cast.person(account.name()).isTreated(Switch.THROTTLING, Rates.NONE));
  }
}
