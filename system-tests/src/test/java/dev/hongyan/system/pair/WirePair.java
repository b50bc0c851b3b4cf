// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.pair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.client.Chat;
import dev.hongyan.client.WeChat;
import dev.hongyan.client.WeChatBuilder;
import dev.hongyan.client.event.LoginEvent;
import dev.hongyan.client.event.LoginOutcome;
import dev.hongyan.client.http.HttpTransport;
import dev.hongyan.client.http.Profile;
import dev.hongyan.client.store.AccountStore;
import dev.hongyan.testkit.TestServer;
import dev.hongyan.testkit.TestServerOptions.Reach;
import dev.hongyan.time.Pace;
import dev.hongyan.time.Randomness;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** Our client at our server, in the same time; whose phone scans is the test's choice. */
final class WirePair implements AutoCloseable {

  /** Pacing has tests of its own; here it would only stretch the time. */
  private static final Pace QUICK = new Pace(1_000, Duration.ofSeconds(1), 1_000);

  private final TestServer server;
  private final Road road;
  private final WeChat client;

  private WirePair(TestServer server, AccountStore store, UnaryOperator<WeChatBuilder> how) {
    this.server = server;
    this.road = new Road(open(server), 7);
    this.client =
        how.apply(
                WeChat.builder()
                    .transport(road)
                    .store(store)
                    .time(server.time())
                    .randomness(Randomness.seeded(11))
                    .pace(QUICK)
                    .mediaPace(QUICK)
                    .roomPace(QUICK))
            .build();
  }

  private static HttpTransport open(TestServer server) {
    return server.options().reach() == Reach.SOCKETS
        ? HttpTransport.jdk()
        : (request, limits) -> server.path().exchange(request);
  }

  static WirePair at(TestServer server) {
    return at(server, AccountStore.inMemory());
  }

  static WirePair at(TestServer server, AccountStore store) {
    return at(server, store, Profile.WEB);
  }

  /** A client of this kind, which knows the server by its base URL. */
  static WirePair at(TestServer server, AccountStore store, Profile profile) {
    return new WirePair(server, store, builder -> builder.server(server.uri()).profile(profile));
  }

  /** A client that reaches the server by another way. */
  static WirePair over(HttpTransport way, TestServer server) {
    return new WirePair(
        server, AccountStore.inMemory(), builder -> builder.server(server.uri()).transport(way));
  }

  /** A client of this kind that believes to be on the service; only without sockets. */
  static WirePair onService(TestServer server, Profile profile) {
    return new WirePair(server, AccountStore.inMemory(), builder -> builder.profile(profile));
  }

  WeChat client() {
    return client;
  }

  Road road() {
    return road;
  }

  /** Logs in; the phone of this account scans what is shown and confirms. */
  LoginOutcome logIn(String account) throws InterruptedException {
    return client.login(step -> {
      switch (step) {
        case LoginEvent.CodeIssued code ->
            server.person(account).phone().scan(code.uuid().value()).confirm();
        case LoginEvent.PhoneAsked _ -> server.person(account).phone().asked().confirm();
        default -> {}
      }
    });
  }

  /** Logs in, which has to go well, and begins to receive. */
  WirePair online(String account) throws InterruptedException {
    assertThat(logIn(account)).isInstanceOf(LoginOutcome.LoggedIn.class);
    client.start();
    return this;
  }

  /** The one chat that goes by this name. */
  Chat chat(String name) {
    assertThat(client.find(name)).hasSize(1);
    return client.find(name).getFirst();
  }

  @Override
  public void close() {
    client.close();
    road.close();
  }
}
