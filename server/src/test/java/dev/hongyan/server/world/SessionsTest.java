// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SessionsTest {

  private final Scene scene = new Scene();
  private final Sessions sessions = scene.world.sessions();

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void haveSecretsOfTheServicesShapesAndNeverPrintThem() throws Exception {
    Session session = scene.login("lin");
    Secrets secrets = session.secrets();

    assertThat(secrets.sid()).matches("[A-Za-z0-9+/]{16}");
    assertThat(secrets.skey()).matches("@crypt_[0-9a-f]{8}_[0-9a-f]{32}");
    assertThat(secrets.passTicket()).matches("[A-Za-z0-9+/=]{44,64}");
    assertThat(secrets.dataTicket()).matches("[A-Za-z0-9+/]{24}");
    assertThat(secrets.authTicket()).matches("[A-Za-z0-9+/=]{190,210}");
    assertThat(secrets.uvid()).matches("[0-9a-f]{96}");
    assertThat(session.toString() + secrets)
        .doesNotContain(secrets.sid(), secrets.skey(), secrets.passTicket());
    assertThat(session.knowsSkey(secrets.skey())).isTrue();
    assertThat(session.knowsSkey("")).isFalse();
  }

  @Test
  void areOneForAnAccount() throws Exception {
    Session first = scene.login("lin");
    Session mei = scene.login("mei");
    Session second = scene.login("lin");

    assertThat(sessions.endOf(first)).contains(EndReason.REPLACED);
    assertThat(sessions.endOf(second)).isEmpty();
    assertThat(sessions.endOf(mei)).isEmpty();
    assertThat(sessions.live(scene.lin.id()).map(Session::number)).contains(second.number());
    assertThat(second.secrets()).isNotEqualTo(first.secrets());
  }

  @Test
  void areRememberedForADayAfterTheirEnd() throws Exception {
    Session session = scene.login("lin");
    sessions.end(session, EndReason.LOGGED_OUT);
    String sid = session.secrets().sid();

    scene.time.advance(Sessions.REMEMBERED);
    assertThat(sessions.find(sid).flatMap(Session::end)).contains(EndReason.LOGGED_OUT);
    scene.time.advance(Duration.ofMillis(1));
    assertThat(sessions.find(sid)).isEmpty();
    assertThat(sessions.endOf(session)).contains(EndReason.EXPIRED);
  }

  @Test
  void endOnceWithTheirFirstReason() throws Exception {
    Session session = scene.login("lin");

    assertThat(sessions.end(scene.lin.id(), EndReason.BY_PHONE)).isTrue();
    assertThat(sessions.end(scene.lin.id(), EndReason.RESET)).isFalse();
    sessions.end(session, EndReason.LOGGED_OUT);

    assertThat(sessions.endOf(session)).contains(EndReason.BY_PHONE);
  }

  @Test
  void endByAgeWithTheNumberThatWasSet() throws Exception {
    Session session = scene.login("lin");
    scene.world.accounts().set("lin", Map.of("session-end", "after=PT1H,retcode=1102"));
    scene.time.advance(Duration.ofMinutes(59));
    assertThat(sessions.endOf(session)).isEmpty();

    scene.time.advance(Duration.ofMinutes(1));

    assertThat(sessions.live()).isEmpty();
    assertThat(sessions.endOf(session).map(EndReason::retcode)).contains(1102);
  }

  @Test
  void showWhenTheirClientsWereHeardOf() throws Exception {
    Session session = scene.login("lin");
    scene.time.advance(Duration.ofMinutes(3));

    sessions.heardOf(session, "x".repeat(500));

    LiveSession live = sessions.live().getFirst();
    assertThat(live.lastCall()).isEqualTo(Scene.START.plus(Duration.ofMinutes(3)));
    assertThat(live.client()).hasSize(120);
    assertThat(live.held()).isFalse();
  }

  @Test
  void leaveATicketForPushLogin() throws Exception {
    Session session = scene.login("lin");
    String ticket = session.secrets().authTicket();
    sessions.end(session, EndReason.LOGGED_OUT);
    scene.time.advance(Duration.ofDays(30));

    assertThat(sessions.ownerOf(scene.lin.uin(), ticket).map(Account::id))
        .isEqualTo(Optional.of(scene.lin.id()));
    assertThat(sessions.ownerOf(scene.mei.uin(), ticket)).isEmpty();
    assertThat(sessions.ownerOf(scene.lin.uin(), "")).isEmpty();
    assertThat(sessions.ownerOf(0, ticket)).isEmpty();
    for (int i = 0; i < 10; i++) {
      scene.time.advance(Duration.ofMinutes(6));
      scene.login("lin");
    }
    assertThat(sessions.ownerOf(scene.lin.uin(), ticket)).isEmpty();
  }
}
