// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.WebRequest;
import dev.hongyan.server.script.Cast;
import dev.hongyan.server.script.Person;
import dev.hongyan.server.world.LoginResult;
import dev.hongyan.server.world.PollOutcome;
import dev.hongyan.server.world.Rate;
import dev.hongyan.server.world.Rates;
import dev.hongyan.server.world.Secrets;
import dev.hongyan.server.world.Session;
import dev.hongyan.server.world.Switch;
import dev.hongyan.time.Randomness;
import dev.hongyan.time.VirtualTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who calls too often is told 1205, call by call, and forgiven by time. */
@Timeout(30)
class ThrottlingTest {

  private final VirtualTime time = VirtualTime.stepped(Instant.parse("2026-01-01T00:00:00Z"));
  private final Server server =
      Server.withoutSockets(ServerOptions.inMemory(), time, Randomness.seeded(1));
  private final Person lin = new Cast(server.world()).person("lin");

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void refusesACallThatComesTooOften() throws Exception {
    lin.isTreated(Switch.THROTTLING, new Rates(Map.of("webwxinit", Rate.aMinute(2))));
    Session session = login();

    assertThat(init(session)).contains("\"Ret\": 0");
    assertThat(init(session)).contains("\"Ret\": 0");
    assertThat(init(session)).contains("\"Ret\": 1205").doesNotContain("@@");
    assertThat(server.world().sessions().endOf(session)).isEmpty();
    time.advance(Duration.ofSeconds(30));
    assertThat(init(session)).contains("\"Ret\": 0");
  }

  @Test
  void countsOverOtherTimesThanMinutes() throws Exception {
    lin.isTreated(
        Switch.THROTTLING, new Rates(Map.of("webwxinit", new Rate(1, Duration.ofHours(1)))));
    Session session = login();

    assertThat(init(session)).contains("\"Ret\": 0");
    time.advance(Duration.ofMinutes(59));
    assertThat(init(session)).contains("\"Ret\": 1205");
    time.advance(Duration.ofMinutes(1));
    assertThat(init(session)).contains("\"Ret\": 0");
  }

  private Session login() throws InterruptedException {
    var codes = server.world().codes();
    String uuid = codes.create("test").orElseThrow();
    lin.phone().scan(uuid).confirm();
    var confirmed = (PollOutcome.Confirmed) codes.poll(uuid, true, Duration.ZERO);
    return ((LoginResult.LoggedIn) codes.redeem(uuid, confirmed.ticket(), false)).session();
  }

  private String init(Session session) throws InterruptedException {
    Secrets secrets = session.secrets();
    long uin = lin.account().uin();
    String body =
        """
        {"BaseRequest":{"Uin":"%d","Sid":"%s","Skey":"%s","DeviceID":"e123456789012345"}}\
        """
            .formatted(uin, secrets.sid(), secrets.skey());
    String cookies = "wxuin=" + uin + "; wxsid=" + secrets.sid();
    WebRequest request =
        new WebRequest(
            "POST",
            "http",
            "localhost",
            "/cgi-bin/mmwebwx-bin/webwxinit",
            "",
            Headers.NONE.and("Cookie", cookies).and("Content-Type", "application/json"),
            Body.of(body));
    try {
      return server.handle(request, Server.MEMORY).body().text();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
