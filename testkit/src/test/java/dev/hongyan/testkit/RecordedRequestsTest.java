// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hongyan.protocol.LoginUuid;
import dev.hongyan.protocol.login.LoginPoll;
import dev.hongyan.protocol.login.NewCode;
import dev.hongyan.time.Task;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What came to a server, and waiting for it. */
@Timeout(30)
@ExtendWith(HongyanExtension.class)
class RecordedRequestsTest {

  @Test
  void awaitsWhatHasComeAlready(TestServer server) throws InterruptedException {
    Caller caller = Caller.of(server);
    LoginUuid uuid = caller.code();
    caller.poll(uuid);

    LoginPoll.Request poll = server.requests().await(LoginPoll.CALL);

    assertThat(poll).isEqualTo(new LoginPoll.Request(uuid, false, false));
  }

  @Test
  void awaitsWhatIsStillToCome(TestServer server) throws InterruptedException {
    Instant before = server.time().instant();

    NewCode.Request asked;
    try (Task _ = server.time().start("late", () -> askAfter(server, Duration.ofSeconds(40)))) {
      asked = server.requests().await(NewCode.CALL);
    }

    assertThat(asked.app()).isEqualTo(NewCode.WEB_APP);
    assertThat(server.time().instant()).isEqualTo(before.plusSeconds(40));
  }

  private static void askAfter(TestServer server, Duration pause) {
    try {
      server.elapse(pause);
      var ignored = Caller.of(server).code();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void takesEachRequestOnce(TestServer server) throws InterruptedException {
    Caller caller = Caller.of(server);
    LoginUuid first = caller.code();
    LoginUuid second = caller.code();
    server.person("lin").phone().scan(first.value()).cancel();
    server.person("lin").phone().scan(second.value()).cancel();
    caller.poll(first);
    caller.poll(second);

    RecordedRequests requests = server.requests();

    assertThat(requests.await(LoginPoll.CALL).uuid()).isEqualTo(first);
    assertThat(requests.await(LoginPoll.CALL).uuid()).isEqualTo(second);
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> requests.await("login", Duration.ofSeconds(5)))
        .withMessage("no login within PT5S; came: jslogin × 2, login × 2");
  }

  @Test
  void knowsWhetherARequestIsHeld(TestServer server) throws InterruptedException {
    Caller caller = Caller.of(server);
    LoginUuid uuid = caller.code();
    try (Task poll = server.time().start("poll", () -> poll(caller, uuid))) {
      RecordedRequest held = server.requests().await("login");
      assertThat(held.reply()).isEmpty();
      assertThat(held).hasToString("login, not answered");

      assertThat(poll.join(Duration.ofMinutes(1))).isTrue();

      assertThat(held.answer(LoginPoll.CALL)).isEqualTo(new LoginPoll.Waiting());
      assertThat(held).hasToString("login, answered 200");
    }
  }

  private static void poll(Caller caller, LoginUuid uuid) {
    try {
      var ignored = caller.poll(uuid);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void countsAndListsInOrder(TestServer server) throws InterruptedException {
    Caller.of(server).loggedIn("lin").init();

    assertThat(server.requests().list())
        .extracting(RecordedRequest::call)
        .containsExactly("jslogin", "login", "webwxnewloginpage", "webwxinit");
    assertThat(server.requests().list("webwxinit")).hasSize(1);
    assertThat(server.requests().count("webwxinit")).isOne();
    assertThat(server.requests().count("webwxsync")).isZero();
  }

  @Test
  void forgetsWhenToldTo(TestServer server) throws InterruptedException {
    Caller.of(server).code();

    server.requests().clear();

    assertThat(server.requests().list()).isEmpty();
    assertThat(server.requests()).hasToString("nothing");
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> server.requests().await("jslogin", Duration.ZERO));
  }

  @Test
  void readsARequestOnlyAsWhatItIs(TestServer server) throws InterruptedException {
    Caller.of(server).code();

    RecordedRequest request = server.requests().await("jslogin");

    assertThat(request.question(NewCode.CALL).app()).isEqualTo(NewCode.WEB_APP);
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> request.question(LoginPoll.CALL));
  }
}
