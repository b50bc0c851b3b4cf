// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hongyan.server.world.WorldException.Problem;
import dev.hongyan.time.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LoginCodesTest {

  private static final Duration HOLD = Duration.ofSeconds(25);

  private final Scene scene = new Scene();
  private final LoginCodes codes = scene.world.codes();

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void haveTheShapeOfTheService() {
    assertThat(codes.create("a").orElseThrow()).matches("[A-Za-z0-9_-]{10}==");
  }

  @Test
  void holdAPollUntilItsTimeIsOver() throws Exception {
    String uuid = codes.create("a").orElseThrow();
    AtomicReference<PollOutcome> heard = new AtomicReference<>();
    try (Task poll = poll(uuid, true, heard)) {
      scene.time.advance(HOLD.minusMillis(1));
      assertThat(heard).hasNullValue();

      scene.time.advance(Duration.ofMillis(1));
      poll.join(Duration.ofSeconds(1));

      assertThat(heard).hasValue(new PollOutcome.Nothing());
    }
  }

  @Test
  void wakeAPollAtOnceWhenScannedAndWhenConfirmed() throws Exception {
    String uuid = codes.create("a").orElseThrow();
    AtomicReference<PollOutcome> heard = new AtomicReference<>();
    try (Task poll = poll(uuid, true, heard)) {
      scene.time.advance(Duration.ofSeconds(3));
      codes.scan(uuid, "lin");
      poll.join(Duration.ofSeconds(1));
      assertThat(heard).hasValue(new PollOutcome.Scanned(scene.lin));
    }
    heard.set(new PollOutcome.Nothing());
    try (Task poll = poll(uuid, true, heard)) {
      scene.time.advance(Duration.ofSeconds(4));
      codes.confirm(uuid);
      poll.join(Duration.ofSeconds(1));

      PollOutcome.Confirmed confirmed = (PollOutcome.Confirmed) heard.get();
      assertThat(confirmed.account()).isEqualTo(scene.lin);
      assertThat(confirmed.ticket()).matches("[A-Za-z0-9_-]{24}@qrticket_0");
      assertThat(confirmed.at()).isEqualTo(Scene.START.plusSeconds(3));
    }
  }

  @Test
  void tellOfTheScanOnceToEachKindOfPoll() throws Exception {
    String uuid = codes.create("a").orElseThrow();
    codes.scan(uuid, "lin");

    assertThat(look(uuid, true)).isInstanceOf(PollOutcome.Scanned.class);
    assertThat(look(uuid, true)).isInstanceOf(PollOutcome.Nothing.class);
    assertThat(look(uuid, false)).isInstanceOf(PollOutcome.Scanned.class);
    assertThat(look(uuid, false)).isInstanceOf(PollOutcome.Nothing.class);
  }

  @Test
  void expireAfterFiveMinutesEvenWhileHeld() throws Exception {
    String uuid = codes.create("a").orElseThrow();
    scene.time.advance(LoginCode.LIFE.minusSeconds(1));
    AtomicReference<PollOutcome> heard = new AtomicReference<>();
    try (Task poll = poll(uuid, true, heard)) {
      scene.time.advance(Duration.ofSeconds(1));
      poll.join(Duration.ofSeconds(1));

      assertThat(heard).hasValue(new PollOutcome.Expired());
      assertThat(codes.isKnown(uuid)).isFalse();
      assertProblem(Problem.CONFLICT, () -> codes.scan(uuid, "lin"));
    }
  }

  @Test
  void sayCancelledOnceThenExpired() throws Exception {
    String uuid = codes.create("a").orElseThrow();
    codes.scan(uuid, "lin");
    codes.cancel(uuid);

    assertThat(look(uuid, true)).isEqualTo(new PollOutcome.Cancelled());
    assertThat(look(uuid, true)).isEqualTo(new PollOutcome.Expired());
    assertProblem(Problem.CONFLICT, () -> codes.confirm(uuid));
  }

  @Test
  void repeatTheTicketUntilItIsUsed() throws Exception {
    String uuid = codes.create("a").orElseThrow();
    PollOutcome.Confirmed first = scene.confirmed(uuid, "lin");

    assertThat(look(uuid, false)).isEqualTo(first);
    assertThat(codes.redeem(uuid, first.ticket(), false)).isInstanceOf(LoginResult.LoggedIn.class);
    assertThat(look(uuid, false)).isEqualTo(new PollOutcome.Expired());
  }

  @Test
  void openTheSameSessionAgainForAMinute() throws Exception {
    String uuid = codes.create("a").orElseThrow();
    String ticket = scene.confirmed(uuid, "lin").ticket();
    LoginResult.LoggedIn first = (LoginResult.LoggedIn) codes.redeem(uuid, ticket, false);

    scene.time.advance(Duration.ofSeconds(59));
    LoginResult.LoggedIn again = (LoginResult.LoggedIn) codes.redeem(uuid, ticket, false);
    scene.time.advance(Duration.ofSeconds(1));

    assertThat(again.session().secrets()).isEqualTo(first.session().secrets());
    assertThat(codes.redeem(uuid, ticket, false)).isInstanceOf(LoginResult.WrongTicket.class);
    assertThat(scene.world.sessions().live()).hasSize(1);
  }

  @Test
  void openOneSessionForATicketThatComesManyTimesAtOnce() throws Exception {
    String uuid = codes.create("a").orElseThrow();
    String ticket = scene.confirmed(uuid, "lin").ticket();
    Set<String> sids = ConcurrentHashMap.newKeySet();
    List<Task> clients = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      clients.add(
          scene.time.start(
              "client",
              () -> {
                var in = (LoginResult.LoggedIn) codes.redeem(uuid, ticket, false);
                sids.add(in.session().secrets().sid());
              }));
    }
    for (Task client : clients) {
      client.join(Duration.ofMinutes(1));
    }

    assertThat(sids).hasSize(1);
  }

  @Test
  void refuseATicketThatIsNotTheirs() throws Exception {
    String uuid = codes.create("a").orElseThrow();
    String other = codes.create("a").orElseThrow();
    String ticket = scene.confirmed(uuid, "lin").ticket();

    assertThat(codes.redeem(other, ticket, false)).isInstanceOf(LoginResult.WrongTicket.class);
    assertThat(codes.redeem(uuid, "", false)).isInstanceOf(LoginResult.WrongTicket.class);
    assertThat(codes.redeem("none", ticket, false)).isInstanceOf(LoginResult.WrongTicket.class);
  }

  @Test
  void refuseWhomTheServiceRefuses() throws Exception {
    scene.world.accounts().set("lin", Map.of("login-outcome", "1203-in-plain-mode"));
    scene.world.accounts().set("mei", Map.of("login-outcome", "1203"));
    String linCode = codes.create("a").orElseThrow();
    String meiCode = codes.create("a").orElseThrow();
    String linTicket = scene.confirmed(linCode, "lin").ticket();
    String meiTicket = scene.confirmed(meiCode, "mei").ticket();

    assertThat(codes.redeem(linCode, linTicket, false))
        .isEqualTo(new LoginResult.Refused(scene.account("lin"), 1203));
    assertThat(codes.redeem(linCode, linTicket, true)).isInstanceOf(LoginResult.LoggedIn.class);
    assertThat(codes.redeem(meiCode, meiTicket, true))
        .isEqualTo(new LoginResult.Refused(scene.account("mei"), 1203));
  }

  @Test
  void pushedToAPhoneNeedNoScan() throws Exception {
    String uuid = codes.push(scene.lin, CodeWish.WEB).orElseThrow();

    assertThat(codes.waiting()).extracting(code -> code.account().orElse("")).contains("lin");
    assertProblem(Problem.CONFLICT, () -> codes.scan(uuid, "mei"));
    scene.time.advance(Duration.ofSeconds(9));
    codes.confirm(uuid);

    PollOutcome.Confirmed confirmed = (PollOutcome.Confirmed) look(uuid, true);
    assertThat(confirmed.account()).isEqualTo(scene.lin);
    assertThat(confirmed.at()).isEqualTo(Scene.START.plusSeconds(9));
  }

  @Test
  void areScannedByOnePhoneOnly() {
    String uuid = codes.create("a").orElseThrow();
    assertProblem(Problem.CONFLICT, () -> codes.confirm(uuid));
    codes.scan(uuid, "lin");
    codes.scan(uuid, "lin");

    assertProblem(Problem.CONFLICT, () -> codes.scan(uuid, "mei"));
    assertProblem(Problem.UNKNOWN, () -> codes.scan(uuid, "nobody"));
    assertProblem(Problem.UNKNOWN, () -> codes.scan(uuid, "filehelper"));
    assertProblem(Problem.UNKNOWN, () -> codes.scan("none", "lin"));
  }

  @Test
  void areTwentyForASourceUntilSomeAreOver() throws Exception {
    Set<String> given = new HashSet<>();
    for (int i = 0; i < LoginCodes.PER_SOURCE; i++) {
      given.add(codes.create("a").orElseThrow());
    }

    assertThat(given).hasSize(20);
    assertThat(codes.create("a")).isEmpty();
    assertThat(codes.create("b")).isPresent();
    scene.time.advance(LoginCode.LIFE);
    assertThat(codes.create("a")).isPresent();
  }

  @Test
  void makeRoomForThousandsOfLoginsInAMinute() throws Exception {
    for (int i = 0; i < 5000; i++) {
      String uuid = codes.create("client").orElseThrow();
      codes.scan(uuid, "lin");
      codes.cancel(uuid);
      look(uuid, true);
    }

    assertThat(codes.create("client")).isPresent();
  }

  @Test
  void letTheOldestOfTooManyPollsGo() throws Exception {
    String uuid = codes.create("a").orElseThrow();
    AtomicReference<PollOutcome> first = new AtomicReference<>();
    List<Task> polls = new ArrayList<>(List.of(poll(uuid, true, first)));
    scene.time.advance(Duration.ofMillis(1));
    for (int i = 0; i < 8; i++) {
      polls.add(poll(uuid, true, new AtomicReference<>()));
      scene.time.advance(Duration.ofMillis(1));
    }

    polls.getFirst().join(Duration.ofSeconds(1));

    assertThat(first).hasValue(new PollOutcome.Nothing());
    polls.forEach(Task::close);
  }

  private PollOutcome look(String uuid, boolean first) throws InterruptedException {
    return codes.poll(uuid, first, Duration.ZERO);
  }

  private Task poll(String uuid, boolean first, AtomicReference<PollOutcome> heard) {
    return scene.time.start(
        "poll",
        () -> {
          try {
            heard.set(codes.poll(uuid, first, HOLD));
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  private static void assertProblem(Problem problem, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            WorldException.class, e -> assertThat(e.problem()).isEqualTo(problem));
  }
}
