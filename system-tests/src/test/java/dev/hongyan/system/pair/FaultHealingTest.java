// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hongyan.client.Chat;
import dev.hongyan.client.event.LoginOutcome;
import dev.hongyan.client.event.SessionEnd;
import dev.hongyan.client.http.Profile;
import dev.hongyan.client.message.SendOutcome;
import dev.hongyan.protocol.RefusedException;
import dev.hongyan.protocol.catalog.Catalog;
import dev.hongyan.protocol.contact.ContactPage;
import dev.hongyan.protocol.login.LoginPoll;
import dev.hongyan.protocol.login.Logout;
import dev.hongyan.protocol.message.SendText;
import dev.hongyan.protocol.sync.StatusNotify;
import dev.hongyan.protocol.sync.Sync;
import dev.hongyan.protocol.sync.SyncCheck;
import dev.hongyan.server.fault.Delivery.Reset.Moment;
import dev.hongyan.server.fault.Denial;
import dev.hongyan.server.fault.Distortion;
import dev.hongyan.server.fault.Fault;
import dev.hongyan.server.fault.FaultOrder;
import dev.hongyan.server.fault.Mishap;
import dev.hongyan.server.fault.Retelling;
import dev.hongyan.server.fault.StandingOrder;
import dev.hongyan.server.script.Person;
import dev.hongyan.server.world.Switch;
import dev.hongyan.testkit.HongyanExtension;
import dev.hongyan.testkit.TestServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever goes wrong, our client heals itself: login and sync go on, no message is lost or
 * doubled, nobody is logged out.
 */
@Timeout(60)
@ExtendWith(HongyanExtension.class)
class FaultHealingTest {

  /** One of each kind that any call may suffer. */
  private static final List<Fault> FAULTS =
      List.of(
          new Mishap.Delay(Duration.ofSeconds(20)),
          new Denial.Drop(Duration.ofMinutes(1)),
          new Mishap.Lost(),
          new Denial.Reset(),
          new Mishap.Reset(Moment.INSIDE),
          new Mishap.Reset(Moment.AFTER),
          new Mishap.Drip(64, Duration.ofMillis(100)),
          new Denial.ErrorPage(200),
          new Denial.ErrorPage(301),
          new Denial.ErrorPage(404),
          new Denial.ErrorPage(502),
          new Denial.Refusal(-1),
          new Denial.Refusal(1),
          new Denial.Refusal(2),
          new Distortion.EmptyBody(),
          new Distortion.Truncated(0),
          new Distortion.Truncated(50),
          new Distortion.Truncated(99),
          new Distortion.Garbage(),
          new Distortion.WrongCharset("GBK"),
          new Distortion.ClockJump(Duration.ofHours(26)),
          new Distortion.ClockJump(Duration.ofHours(-26)));

  private final List<String> handled = Collections.synchronizedList(new ArrayList<>());

  static Stream<Fault> faults() {
    return FAULTS.stream();
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aSyncGoesOn(Fault fault, TestServer server) throws InterruptedException {
    try (WirePair pair = listening(server).online("lin")) {
      StandingOrder checks = server.faults().inject(fault.on(SyncCheck.CALL).times(2));
      StandingOrder fetches = server.faults().inject(fault.on(Sync.CALL).times(2));
      List<String> written = write(server, 12, Duration.ofSeconds(7));
      server.elapse(Duration.ofMinutes(10));

      assertThat(handled).containsExactlyElementsOf(written);
      assertThat(checks.isSpent() && fetches.isSpent()).isTrue();
      assertThat(server.world().sessions().live()).hasSize(1);
      assertThat(pair.chat("梅").send("still here")).isInstanceOf(SendOutcome.Sent.class);
    }
    assertThat(server.violations().errors()).isZero();
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aLoginGoesOn(Fault fault, TestServer server) throws InterruptedException {
    List<StandingOrder> orders =
        Catalog.calls().stream()
            .filter(call -> LOGIN.contains(call.name()) && fault.suits(call))
            .filter(call -> !(fault instanceof Denial.Refusal && DECIDED.contains(call.name())))
            .map(call -> server.faults().inject(fault.on(call).times(1)))
            .toList();
    try (WirePair pair = listening(server)) {
      assertThat(pair.logIn("lin")).isInstanceOf(LoginOutcome.LoggedIn.class);
      pair.client().start();
      List<String> written = write(server, 3, Duration.ofSeconds(7));
      server.elapse(Duration.ofMinutes(2));

      assertThat(handled).containsExactlyElementsOf(written);
      assertThat(pair.client().contacts()).hasSizeGreaterThanOrEqualTo(4);
      assertThat(orders).allMatch(StandingOrder::isSpent);
    }
    assertThat(server.violations().errors()).isZero();
  }

  /** What a login cannot do without, in the order of a session's life. */
  private static final List<String> LOGIN =
      List.of(
          "jslogin",
          "login",
          "webwxnewloginpage",
          "webwxinit",
          "webwxstatusnotify",
          "webwxgetcontact",
          "webwxbatchgetcontact");

  /** Where a refusal is an answer: whoever logs in wants to know it. */
  private static final List<String> DECIDED = List.of("jslogin", "webwxnewloginpage", "webwxinit");

  static Stream<String> decided() {
    return DECIDED.stream();
  }

  @ParameterizedTest
  @MethodSource("decided")
  void aRefusedLoginSaysSoAndTheNextOneWorks(String call, TestServer server)
      throws InterruptedException {
    server.faults().inject(new Denial.Refusal(-1).on(Catalog.byName(call).orElseThrow()).times(1));
    try (WirePair pair = listening(server)) {
      assertThat(pair.logIn("lin")).isInstanceOf(LoginOutcome.Refused.class);
      pair.online("lin");

      write(server, 1, Duration.ofSeconds(1));
    }
    assertThat(handled).containsExactly("line 0");
  }

  /** Both were asked for and answered with -1 once: the whole login failed with an exception. */
  @Test
  void noRefusedListAndNoRefusedNoticeSpoilsALogin(TestServer server) throws InterruptedException {
    server.faults().inject(new Denial.Refusal(-1).on(StatusNotify.CALL).times(3));
    server.faults().inject(new Denial.Refusal(1).on(ContactPage.CALL).times(3));
    try (WirePair pair = listening(server).online("lin")) {
      assertThat(pair.client().contacts()).hasSizeGreaterThanOrEqualTo(4);
    }
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aMessageArrivesOnceOrIsRefused(Fault fault, TestServer server) throws InterruptedException {
    List<String> sent = new ArrayList<>();
    try (WirePair pair = listening(server).online("lin")) {
      server.faults().inject(fault.on(SendText.CALL).times(2));
      for (int i = 0; i < 6; i++) {
        if (pair.chat("梅").send("line " + i) instanceof SendOutcome.Sent) {
          sent.add("line " + i);
        }
      }
    }

    int refused = fault instanceof Denial.Refusal ? 2 : 0;
    assertThat(sent).hasSize(6 - refused);
    assertThat(SessionScenarios.texts(server.person("mei"))).containsExactlyElementsOf(sent);
  }

  /** The start took what was being sent at that moment for left over, and sent it as well. */
  @Test
  void aMessageOnItsWayIsNotSentByTheStartToo(TestServer server) throws InterruptedException {
    server.faults().inject(new Mishap.Delay(Duration.ofSeconds(5)).on(SendText.CALL));
    try (WirePair pair = WirePair.at(server)) {
      assertThat(pair.logIn("lin")).isInstanceOf(LoginOutcome.LoggedIn.class);
      try (var _ = server.time().start("sender", () -> send(pair.chat("梅"), "hello"))) {
        server.elapse(Duration.ofSeconds(1));
        pair.client().start();
        server.elapse(Duration.ofMinutes(1));
      }
    }

    assertThat(server.requests().count("webwxsendmsg")).isEqualTo(1);
  }

  private static void send(Chat chat, String text) {
    try {
      assertThat(chat.send(text)).isInstanceOf(SendOutcome.Sent.class);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A redirect is how the service says that all is well (protocol reference 3.30). */
  static Stream<Fault> faultsThatNoLogoutIs() {
    return faults()
        .filter(fault -> !fault.equals(new Denial.ErrorPage(301)))
        .filter(fault -> !(fault instanceof Denial.Refusal));
  }

  @ParameterizedTest
  @MethodSource("faultsThatNoLogoutIs")
  void aLogoutIsOne(Fault fault, TestServer server) throws InterruptedException {
    try (WirePair pair = listening(server).online("lin")) {
      server.faults().inject(fault.everywhere().times(1));

      pair.client().logout();

      assertThat(pair.client().listen()).isEqualTo(new SessionEnd.LoggedOut());
    }
    assertThat(server.world().sessions().live()).isEmpty();
  }

  /** A refused logout passed for one: the session went on at the server, unknown to everybody. */
  @Test
  void aRefusedLogoutIsNone(TestServer server) throws InterruptedException {
    try (WirePair pair = listening(server).online("lin")) {
      server.faults().inject(new Denial.Refusal(-1).on(Logout.CALL).times(1));

      assertThatExceptionOfType(RefusedException.class).isThrownBy(pair.client()::logout);

      write(server, 1, Duration.ofSeconds(1));
      assertThat(handled).containsExactly("line 0");
      pair.client().logout();
    }
    assertThat(server.world().sessions().live()).isEmpty();
  }

  @Test
  void aSelectorStuckAtTwoIsNoStorm(TestServer server) throws InterruptedException {
    heals(server, new Denial.StuckSelector(2).on(SyncCheck.CALL));

    // Ten minutes of a server that holds nothing: a loop without a pause would ask a million times.
    assertThat(server.requests().count("synccheck")).isLessThan(200);
  }

  @Test
  void aSelectorNobodyKnowsIsNews(TestServer server) throws InterruptedException {
    heals(server, new Denial.StuckSelector(6).on(SyncCheck.CALL).times(20));
  }

  @Test
  void aContinueFlagForEverIsNoStorm(TestServer server) throws InterruptedException {
    heals(server, new Retelling.EndlessContinue().on(Sync.CALL));

    assertThat(server.requests().count("webwxsync")).isLessThan(200);
  }

  @Test
  void aPageThatComesAgainIsHandledOnce(TestServer server) throws InterruptedException {
    heals(server, new Retelling.RepeatedPage().on(Sync.CALL).times(4));
  }

  @Test
  void aPageThatComesAgainForEverIsHandledOnce(TestServer server) throws InterruptedException {
    heals(server, new Retelling.RepeatedPage().on(Sync.CALL).withProbability(0.7, 3));
  }

  @Test
  void throttlingEndsNothing(TestServer server) throws InterruptedException {
    heals(server, new Denial.Refusal(1205).on(Sync.CALL).times(5));
  }

  @Test
  void everythingAtOnceLosesNothing(TestServer server) throws InterruptedException {
    long seed = 1;
    try (WirePair _ = listening(server).online("lin")) {
      for (Fault fault : FAULTS) {
        server.faults().inject(fault.everywhere().of("lin").withProbability(0.03, seed++));
      }
      List<String> written = write(server, 100, Duration.ofSeconds(3));
      server.elapse(Duration.ofMinutes(30));
      server.faults().clear();
      server.elapse(Duration.ofMinutes(10));

      assertThat(handled).containsExactlyElementsOf(written);
      assertThat(server.world().sessions().live()).hasSize(1);
    }
  }

  @Test
  void anotherHostInTheRedirectLeadsAClientOfOneServerNowhereElse(TestServer server)
      throws InterruptedException {
    heals(server, new Retelling.HostSwitch("wx8.example.org").on(LoginPoll.CALL));

    assertThat(server.requests().list())
        .noneMatch(request -> request.request().host().contains("wx8.example.org"));
  }

  @Test
  void anotherHostInTheRedirectIsFollowedOnTheService(TestServer server)
      throws InterruptedException {
    server.person("lin").isTreated(Switch.FAMILY, "wx8.qq.com");
    try (WirePair pair = WirePair.onService(server, Profile.WEB)) {
      pair.client().onText((chat, text) -> handled.add(text.content()));
      pair.online("lin");
      write(server, 1, Duration.ofSeconds(1));
    }

    assertThat(handled).containsExactly("line 0");
    assertThat(server.requests().list("webwxsync"))
        .isNotEmpty()
        .allMatch(request -> request.request().host().equals("wx8.qq.com"));
    assertThat(server.requests().list("synccheck"))
        .allMatch(request -> request.request().host().equals("webpush.wx8.qq.com"));
  }

  @Test
  void halfAContactListStillKnowsWhoWrites(TestServer server) throws InterruptedException {
    server.faults().inject(new Retelling.HalfContacts().on(ContactPage.CALL));
    List<String> senders = Collections.synchronizedList(new ArrayList<>());
    // More than the first answer names, so that the three are in no list but the halved one.
    IntStream.range(0, 60)
        .mapToObj(i -> server.cast().enters("friend-" + i, "友" + i))
        .forEach(server.person("lin")::befriends);
    try (WirePair pair = WirePair.at(server)) {
      pair.client().onText((chat, text) -> senders.add(text.sender().name()));
      pair.online("lin");
      for (String name : List.of("mei", "bo", "an")) {
        server.person(name).says("hello").to(server.person("lin"));
        server.elapse(Duration.ofSeconds(30));
      }
    }

    assertThat(senders).containsExactly("梅", "波", "安");
  }

  /** With the fault on from before the login, everything that is written arrives once. */
  private void heals(TestServer server, FaultOrder order) throws InterruptedException {
    StandingOrder standing = server.faults().inject(order);
    try (WirePair _ = listening(server).online("lin")) {
      List<String> written = write(server, 12, Duration.ofSeconds(7));
      server.elapse(Duration.ofMinutes(10));

      assertThat(handled).containsExactlyElementsOf(written);
      assertThat(standing.struck()).isPositive();
      assertThat(server.world().sessions().live()).hasSize(1);
    }
    assertThat(server.violations().errors()).isZero();
  }

  private WirePair listening(TestServer server) {
    WirePair pair = WirePair.at(server);
    pair.client().onText((chat, text) -> handled.add(text.content()));
    return pair;
  }

  private static List<String> write(TestServer server, int lines, Duration apart)
      throws InterruptedException {
    Person lin = server.person("lin");
    List<String> written = IntStream.range(0, lines).mapToObj(i -> "line " + i).toList();
    for (String line : written) {
      server.person("mei").says(line).to(lin);
      server.elapse(apart);
    }
    return written;
  }
}
