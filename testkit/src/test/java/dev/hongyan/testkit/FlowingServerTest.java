// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.protocol.LoginUuid;
import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.login.LoginPoll;
import dev.hongyan.protocol.sync.Init;
import dev.hongyan.protocol.sync.SyncCheck;
import dev.hongyan.server.world.EndReason;
import dev.hongyan.server.world.SessionEnd;
import dev.hongyan.server.world.Switch;
import dev.hongyan.time.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What takes minutes and days on the service is over at once here, and to the nanosecond. */
@Timeout(30)
@ExtendWith(HongyanExtension.class)
class FlowingServerTest {

  @Test
  void holdsAPollFor25Seconds(TestServer server) throws InterruptedException {
    Caller caller = Caller.of(server);
    LoginUuid uuid = caller.code();
    Instant before = server.time().instant();

    LoginPoll.Reply reply = caller.poll(uuid);

    assertThat(reply).isEqualTo(new LoginPoll.Waiting());
    assertThat(server.time().instant()).isEqualTo(before.plusSeconds(25));
  }

  @Test
  void answersAPollInTheMomentOfTheScan(TestServer server) throws InterruptedException {
    Caller caller = Caller.of(server);
    LoginUuid uuid = caller.code();
    Instant before = server.time().instant();

    LoginPoll.Reply reply;
    try (Task _ = server.time().start("lin", () -> scanAfterSevenSeconds(server, uuid))) {
      reply = caller.poll(uuid);
    }

    assertThat(reply).isInstanceOf(LoginPoll.Scanned.class);
    assertThat(server.time().instant()).isEqualTo(before.plusSeconds(7));
  }

  private static void scanAfterSevenSeconds(TestServer server, LoginUuid uuid) {
    try {
      server.elapse(Duration.ofSeconds(7));
      var ignored = server.person("lin").phone().scan(uuid.value());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void letsACodeExpireAfterFiveMinutes(TestServer server) throws InterruptedException {
    Caller caller = Caller.of(server);
    LoginUuid uuid = caller.code();
    Instant before = server.time().instant();

    List<LoginPoll.Reply> replies = new ArrayList<>();
    do {
      replies.add(caller.poll(uuid));
    } while (replies.getLast() instanceof LoginPoll.Waiting);

    assertThat(replies).hasSize(12).endsWith(new LoginPoll.Expired());
    assertThat(server.time().instant()).isEqualTo(before.plus(Duration.ofMinutes(5)));
  }

  @Test
  void endsASessionThatHasGrownTooOld(TestServer server) throws InterruptedException {
    server
        .person("lin")
        .isTreated(Switch.SESSION_END, new SessionEnd(Duration.ofHours(12), EndReason.EXPIRED));
    Caller lin = Caller.of(server).loggedIn("lin");
    Init.Reply init = lin.init();
    Instant before = server.time().instant();

    SyncCheck.Reply reply;
    int checks = 0;
    do {
      reply = lin.check(init);
      checks++;
    } while (reply.retcode().equals(Retcode.OK));

    assertThat(reply.retcode()).isEqualTo(Retcode.NO_SESSION);
    assertThat(checks).isEqualTo(12 * 3600 / 25);
    assertThat(server.time().instant()).isEqualTo(before.plus(Duration.ofHours(12)));
  }

  @Test
  void wakesAHeldCheckWhenSomebodyWrites(TestServer server) throws InterruptedException {
    Caller lin = Caller.of(server).loggedIn("lin");
    Init.Reply init = lin.init();
    List<SyncCheck.Reply> replies = new ArrayList<>();
    try (Task check = server.time().start("check", () -> replies.add(held(lin, init)))) {
      server.elapse(Duration.ofSeconds(3));

      server.person("mei").says("好久不见").to(server.person("lin"));

      assertThat(check.join(Duration.ofSeconds(1))).isTrue();
    }
    assertThat(replies).containsExactly(new SyncCheck.Reply(Retcode.OK, 2));
    assertThat(server.violations().errors()).isZero();
  }

  private static SyncCheck.Reply held(Caller caller, Init.Reply since) {
    try {
      return caller.check(since);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void drawsTheSameSecretsFromTheSameSeed(TestServer server) throws InterruptedException {
    Caller here = Caller.of(server).loggedIn("lin");
    Caller there;
    try (TestServer other = TestServer.start(TestServerOptions.inMemory());
        var _ = other.virtualTime().enter()) {
      there = Caller.of(other).loggedIn("lin");
    }
    Caller elsewhere;
    try (TestServer third = TestServer.start(TestServerOptions.inMemory().seeded(2));
        var _ = third.virtualTime().enter()) {
      elsewhere = Caller.of(third).loggedIn("lin");
    }

    assertThat(there.credentials()).isEqualTo(here.credentials());
    assertThat(elsewhere.credentials()).isNotEqualTo(here.credentials());
  }

  @Test
  void endsWhatIsHeldWhenItCloses(TestServer server) throws InterruptedException {
    Caller caller = Caller.of(server);
    LoginUuid uuid = caller.code();
    List<String> ends = new ArrayList<>();
    try (Task poll = server.time().start("poll", () -> ends.add(endOf(caller, uuid)))) {
      server.elapse(Duration.ofSeconds(3));

      server.close();

      assertThat(poll.join(Duration.ofSeconds(1))).isTrue();
    }
    assertThat(ends).containsExactly("interrupted");
    assertThat(endOf(caller, uuid)).isEqualTo("interrupted");
  }

  private static String endOf(Caller caller, LoginUuid uuid) {
    try {
      return caller.poll(uuid).toString();
    } catch (InterruptedException expected) {
      return "interrupted";
    }
  }
}
