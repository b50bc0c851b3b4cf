// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.phone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.WebRequest;
import dev.hongyan.server.fault.Faults;
import dev.hongyan.server.world.LoginResult;
import dev.hongyan.server.world.PollOutcome;
import dev.hongyan.server.world.SamplePeople;
import dev.hongyan.server.world.Session;
import dev.hongyan.server.world.World;
import dev.hongyan.time.Randomness;
import dev.hongyan.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

/** Phones in a small world, and how to call them. */
abstract class PhoneApiCase {

  final VirtualTime time = VirtualTime.stepped(Instant.parse("2026-03-01T08:00:00Z"));
  final World world;
  final Faults faults;
  final PhoneApi phones;

  PhoneApiCase() {
    this(3);
  }

  PhoneApiCase(int friends) {
    world = World.inMemory(SamplePeople.withFriends(friends), time, Randomness.seeded(7));
    faults = new Faults(world, time);
    phones = new PhoneApi(world, faults, Optional.empty());
  }

  @AfterEach
  void close() {
    world.close();
  }

  Session login(String account) throws InterruptedException {
    String uuid = world.codes().create("client").orElseThrow();
    world.codes().scan(uuid, account);
    world.codes().confirm(uuid);
    var confirmed = (PollOutcome.Confirmed) world.codes().poll(uuid, true, Duration.ZERO);
    var in = (LoginResult.LoggedIn) world.codes().redeem(uuid, confirmed.ticket(), false);
    return in.session();
  }

  void assertField(String call, String body, int status, String field) {
    WebReply reply = post(call, body);
    assertThat(reply.status()).as(reply.body().text()).isEqualTo(status);
    assertThat(reply.body().text())
        .contains("\"status\":" + status, "\"field\":\"" + field + "\"", "\"detail\":\"" + field);
  }

  void assertDone(String method, String call, String body) {
    WebReply reply = send(method, call, json(body));
    assertThat(reply.status()).as(reply.body().text()).isEqualTo(204);
  }

  void assertRefused(int status, String method, String call, String body) {
    assertThat(send(method, call, json(body)).status()).as(body).isEqualTo(status);
  }

  static String json(String singleQuoted) {
    return singleQuoted.replace('\'', '"');
  }

  String get(String call) {
    WebReply reply = reply("GET", call);
    assertThat(reply.status()).as(reply.body().text()).isEqualTo(200);
    return reply.body().text();
  }

  WebReply reply(String method, String call) {
    return phones.handle(request(method, call, ""), "127.0.0.1");
  }

  WebReply post(String call, String body) {
    return send("POST", call, body);
  }

  WebReply send(String method, String call, String body) {
    return phones.handle(request(method, call, body), "127.0.0.1");
  }

  static WebRequest request(String method, String call, String body) {
    return request(method, call, body, "Content-Type", "application/json; charset=utf-8");
  }

  static WebRequest request(String method, String call, String body, String header, String value) {
    return request(method, call, Body.of(body), header, value);
  }

  static WebRequest request(String method, String call, Body body, String header, String value) {
    String[] parts = call.split("\\?", 2);
    return new WebRequest(
        method,
        "http",
        "127.0.0.1:7600",
        "/phone/" + parts[0],
        parts.length > 1 ? parts[1] : "",
        Headers.NONE.and(header, value),
        body);
  }
}
