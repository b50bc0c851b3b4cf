// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.pair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.client.Chat;
import dev.hongyan.client.event.LoginOutcome;
import dev.hongyan.client.event.SessionEnd;
import dev.hongyan.client.identity.StableId;
import dev.hongyan.client.message.SendOutcome;
import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.UserName;
import dev.hongyan.server.script.Person;
import dev.hongyan.server.world.Message;
import dev.hongyan.testkit.TestServer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What client and server do together, however they reach each other. */
abstract class SessionScenarios {

  /** Longer than any message takes over sockets; of no account in memory. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  @Test
  void livesFromTheScanToTheLogout(TestServer server) throws InterruptedException {
    Person lin = server.person("lin");
    Person mei = server.person("mei");
    try (WirePair pair = WirePair.at(server)) {
      pair.client().onText((chat, text) -> chat.send("你说：" + text.content()));
      pair.online("lin");

      mei.says("a < b & \"c\"\n好久不见 😀").to(lin);
      mei.receives("你说：a < b & \"c\"\n好久不见 😀", PATIENCE);
      SendOutcome sent = pair.chat("波").send("first");

      assertThat(sent).isInstanceOf(SendOutcome.Sent.class);
      assertThat(texts(server.person("bo"))).containsExactly("first");
      pair.client().logout();
      assertThat(pair.client().listen()).isEqualTo(new SessionEnd.LoggedOut());
    }
    assertThat(server.violations().list()).isEmpty();
    assertThat(server.world().sessions().live()).isEmpty();
  }

  @Test
  void knowsWhoWroteInARoom(TestServer server) throws InterruptedException {
    try (WirePair pair = WirePair.at(server)) {
      pair.client().onText((chat, text) -> chat.send(text.sender().name() + " in " + chat.name()));
      pair.online("lin");

      server.person("bo").says("早").to(server.room("team"));

      Message answer = server.person("an").receives("阿波 in 项目组", PATIENCE);
      assertThat(answer.from()).isEqualTo(server.person("lin").account().id());
    }
  }

  @Test
  void theLastLoginWins(TestServer server) throws InterruptedException {
    try (WirePair first = WirePair.at(server).online("lin");
        WirePair second = WirePair.at(server).online("lin")) {
      assertThat(first.client().listen()).isEqualTo(new SessionEnd.ByServer(Retcode.SESSION_ENDED));
      assertThat(second.chat("梅").send("still here")).isInstanceOf(SendOutcome.Sent.class);
    }
    assertThat(server.violations().errors()).isZero();
  }

  @Test
  void knowsPeopleAndRoomsAgainAfterAnotherLogin(TestServer server) throws InterruptedException {
    try (WirePair pair = WirePair.at(server).online("lin")) {
      UserName mei = pair.chat("梅").userName();
      UserName team = pair.chat("项目组").userName();
      StableId meiId = pair.client().identity(mei).orElseThrow().id();
      StableId teamId = pair.client().identity(team).orElseThrow().id();
      pair.client().logout();

      pair.online("lin");

      assertThat(pair.chat("梅").userName()).isNotEqualTo(mei);
      assertThat(pair.client().find(meiId)).map(Chat::name).contains("梅");
      assertThat(pair.client().find(teamId)).map(Chat::name).contains("项目组");
    }
  }

  @Test
  void thePhoneEndsTheSession(TestServer server) throws InterruptedException {
    try (WirePair pair = WirePair.at(server).online("lin")) {
      assertThat(server.person("lin").phone().endsWebSession()).isTrue();

      assertThat(pair.client().listen()).isEqualTo(new SessionEnd.ByServer(Retcode.SESSION_ENDED));
      assertThat(pair.logIn("lin"))
          .isInstanceOfSatisfying(
              LoginOutcome.LoggedIn.class,
              in -> assertThat(in.way()).isEqualTo(LoginOutcome.Way.PUSHED));
    }
  }

  static List<String> texts(Person person) {
    return person.messages().stream().map(message -> message.content().text()).toList();
  }
}
