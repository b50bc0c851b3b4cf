// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.benchmarks.identity;

import dev.hongyan.client.WeChat;
import dev.hongyan.client.event.LoginEvent;
import dev.hongyan.client.event.LoginOutcome;
import dev.hongyan.client.identity.Identity;
import dev.hongyan.client.store.AccountStore;
import dev.hongyan.protocol.UserName;
import dev.hongyan.server.Server;
import dev.hongyan.server.ServerOptions;
import dev.hongyan.server.world.Account;
import dev.hongyan.server.world.ChatId;
import dev.hongyan.server.world.Room;
import dev.hongyan.server.world.Session;
import dev.hongyan.server.world.World;
import dev.hongyan.time.Randomness;
import dev.hongyan.time.Time;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether people and rooms keep their ids from one login to the next: an account with many friends
 * logs in, time goes by, it logs in again, and the server tells who is who.
 */
public final class IdentityAcrossLogins {

  private static final int FRIENDS = 5_000;
  private static final int SOCIETIES = 3;
  private static final List<Integer> PERCENTS = List.of(0, 1, 2, 5, 10, 20);

  private IdentityAcrossLogins() {}

  /**
   * Prints a line for each measure of change, the sum over some societies.
   *
   * @param arguments how many friends, 5,000 unless told; how many societies, 3 unless told
   */
  public static void run(List<String> arguments) throws InterruptedException {
    int friends = arguments.isEmpty() ? FRIENDS : Integer.parseInt(arguments.getFirst());
    int societies = arguments.size() < 2 ? SOCIETIES : Integer.parseInt(arguments.get(1));
    System.out.printf(
        "%d friends, their rooms and the strangers in them; %d such societies added up%n",
        friends, societies);
    System.out.println(
        "Of a hundred, N take another name, N another picture, N another signature,");
    System.out.println("N friends are lost and as many are new.");
    System.out.println();
    System.out.println(
        "| N | seen | known before | id kept | new id by mistake | another's id | expected | sure"
            + " |");
    System.out.println("| -: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
    for (int percent : PERCENTS) {
      Recognised sum = Recognised.NOBODY;
      for (int seed = 1; seed <= societies; seed++) {
        sum = sum.plus(measure(friends, percent, Randomness.seeded(seed)));
      }
      print(percent, sum);
    }
  }

  private static void print(int percent, Recognised r) {
    System.out.printf(
        "| %d | %d | %d | %s | %s | %s | %.1f | %s |%n",
        percent,
        r.seen(),
        r.known(),
        share(r.kept(), r.known()),
        share(r.renewed(), r.known()),
        share(r.mistaken(), r.seen()),
        r.doubt(),
        r.mistaken() == 0 ? "" : share(r.surelyMistaken(), r.mistaken()));
  }

  private static String share(int part, int whole) {
    return "%d (%.2f %%)".formatted(part, 100.0 * part / whole);
  }

  private static Recognised measure(int friends, int percent, Randomness chance)
      throws InterruptedException {
    Society society = new Society(friends, chance);
    ServerOptions options = ServerOptions.inMemory().with(society.population());
    try (Server server = Server.withoutSockets(options, Time.system(), chance)) {
      AccountStore store = AccountStore.inMemory();
      Map<ChatId, Identity> before = logIn(server, store);
      society.live(server.world(), percent);
      return Recognised.of(before, logIn(server, store));
    }
  }

  private static Map<ChatId, Identity> logIn(Server server, AccountStore store)
      throws InterruptedException {
    try (WeChat client = client(server, store)) {
      LoginOutcome outcome = client.login(step -> confirm(server.world(), step));
      if (!(outcome instanceof LoginOutcome.LoggedIn)) {
        throw new IllegalStateException("the login ended with " + outcome);
      }
      Map<ChatId, Identity> identities = identities(server.world(), client);
      client.logout();
      return identities;
    }
  }

  private static WeChat client(Server server, AccountStore store) {
    return WeChat.builder()
        .server(URI.create(server.origin().toString()))
        .transport((request, limits) -> server.handle(request, Server.MEMORY))
        .store(store)
        .build();
  }

  private static void confirm(World world, LoginEvent step) {
    switch (step) {
      case LoginEvent.CodeIssued code -> {
        world.codes().scan(code.uuid().value(), Society.OWNER);
        world.codes().confirm(code.uuid().value());
      }
      case LoginEvent.PhoneAsked asked -> world.codes().confirm(asked.uuid().value());
      default -> {}
    }
  }

  /** The server alone can tell who is behind a user name. */
  private static Map<ChatId, Identity> identities(World world, WeChat client) {
    Account owner = world.accounts().named(Society.OWNER).orElseThrow();
    Session session = world.sessions().live(owner.id()).orElseThrow();
    Map<ChatId, Identity> found = new HashMap<>();
    for (Account account : world.accounts().all()) {
      client
          .identity(new UserName(session.userNames().of(account)))
          .ifPresent(identity -> found.put(account.id(), identity));
    }
    for (Room room : world.rooms().all()) {
      client
          .identity(new UserName(session.userNames().of(room.id())))
          .ifPresent(identity -> found.put(room.id(), identity));
    }
    return found;
  }
}
