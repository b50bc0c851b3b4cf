// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.pair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.client.event.LoginOutcome;
import dev.hongyan.client.event.SessionEnd;
import dev.hongyan.client.http.Profile;
import dev.hongyan.client.store.AccountStore;
import dev.hongyan.protocol.Retcode;
import dev.hongyan.testkit.HongyanExtension;
import dev.hongyan.testkit.RecordedRequest;
import dev.hongyan.testkit.TestServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What takes days, bad roads and the service's host names. */
@Timeout(60)
@ExtendWith(HongyanExtension.class)
class MemoryHelperTest extends HelperScenarios {

  private final List<String> handled = Collections.synchronizedList(new ArrayList<>());

  private WirePair listening(WirePair pair) throws InterruptedException {
    pair.client().onText((chat, text) -> handled.add(text.content()));
    return pair.online("lin");
  }

  @Test
  void aRestartFetchesWhatCameMeanwhileWithoutAScan(TestServer server) throws InterruptedException {
    AccountStore store = AccountStore.inMemory();
    try (WirePair _ = listening(helper(server, store))) {
      server.person("lin").says("one").toFileHelper();
      server.elapse(Duration.ofMinutes(1));
    }
    server.person("lin").says("two").toFileHelper();
    server.requests().clear();

    try (WirePair _ = listening(helper(server, store))) {
      server.elapse(Duration.ofMinutes(1));
    }

    assertThat(handled).containsExactly("one", "two");
    assertThat(server.requests().count("jslogin")).isZero();
    assertThat(server.violations().list()).isEmpty();
  }

  @Test
  void neitherKindTakesUpASessionOfTheOther(TestServer server) throws InterruptedException {
    AccountStore store = AccountStore.inMemory();
    helper(server, store).online("lin").close();

    try (WirePair web = WirePair.at(server, store)) {
      assertThat(web.client().attach()).isEqualTo(new LoginOutcome.NoSession());
      assertThat(web.client().restore()).isEqualTo(new LoginOutcome.NoSession());
      web.online("lin");
    }
    try (WirePair again = helper(server, store)) {
      assertThat(again.client().restore()).isEqualTo(new LoginOutcome.NoSession());
      again.online("lin");
    }

    assertThat(server.requests().count("jslogin")).isEqualTo(3);
    assertThat(server.violations().list()).isEmpty();
  }

  @Test
  void everyNoteIsHandledOnceThoughEveryFifthExchangeIsLost(TestServer server)
      throws InterruptedException {
    List<String> written = IntStream.range(0, 60).mapToObj(i -> "note " + i).toList();
    try (WirePair pair = listening(helper(server))) {
      pair.road().loses(0.2);
      for (String note : written) {
        server.person("lin").says(note).toFileHelper();
        server.elapse(Duration.ofMillis(300));
      }
      server.elapse(Duration.ofMinutes(10));
    }

    assertThat(handled).containsExactlyElementsOf(written);
    assertThat(server.violations().errors()).isZero();
  }

  @Test
  void callsGoToTheHostsOfProtocolReference11(TestServer server) throws InterruptedException {
    try (WirePair pair = listening(WirePair.onService(server, Profile.fileHelper()))) {
      assertThat(pair.client().phone().send("hello").toString()).startsWith("Sent");
      server.person("lin").says("note").toFileHelper();
      server.elapse(Duration.ofSeconds(1));
      pair.client().logout();
    }

    assertThat(handled).containsExactly("note");
    Map<String, String> homes =
        Map.of(
            "jslogin", "login.wx2.qq.com",
            "login", "login.wx2.qq.com",
            "webwxnewloginpage", "szfilehelper.weixin.qq.com",
            "webwxinit", "szfilehelper.weixin.qq.com",
            "synccheck", "szfilehelper.weixin.qq.com",
            "webwxsync", "szfilehelper.weixin.qq.com",
            "webwxsendmsg", "szfilehelper.weixin.qq.com",
            "webwxlogout", "szfilehelper.weixin.qq.com");
    homes.forEach((call, host) ->
        assertThat(server.requests().list(call))
            .isNotEmpty()
            .extracting(request -> request.request().host())
            .containsOnly(host));
    assertThat(server.requests().list())
        .filteredOn(request -> !request.request().host().startsWith("login."))
        .extracting(MemoryHelperTest::mark)
        .containsOnly("wx_webfilehelper");
    assertThat(server.violations().list()).isEmpty();
  }

  private static String mark(RecordedRequest request) {
    return request.request().headers().first("mmweb_appid").orElse("");
  }

  @Test
  void theAddressIsEncodedTwiceUnlessChosenOtherwise(TestServer server)
      throws InterruptedException {
    var once = Profile.fileHelper().with(Profile.Choice.ENCODE_ADDRESS_ONCE);
    WirePair.onService(server, Profile.fileHelper()).online("lin").close();
    WirePair.onService(server, once).online("lin").close();

    assertThat(server.requests().list("jslogin"))
        .extracting(request -> request.request().query())
        .satisfiesExactly(
            query -> assertThat(query).contains("redirect_uri=https%253A%252F%252Fszfilehelper."),
            query -> assertThat(query).contains("redirect_uri=https%3A%2F%2Fszfilehelper."));
    assertThat(server.violations().list()).isEmpty();
  }

  @Test
  void thePhoneIsAskedOnlyIfChosen(TestServer server) throws InterruptedException {
    AccountStore store = AccountStore.inMemory();
    helper(server, store).online("lin").close();
    server.person("lin").phone().endsWebSession();

    try (WirePair pair =
        WirePair.at(server, store, Profile.fileHelper().with(Profile.Choice.ASK_PHONE))) {
      pair.client().onText((chat, text) -> handled.add(text.content()));
      pair.online("lin");
      server.person("mei").says("not for the phone's page").to(server.person("lin"));
      server.person("lin").says("note").toFileHelper();
      server.elapse(Duration.ofSeconds(1));
    }

    assertThat(handled).containsExactly("note");
    assertThat(server.requests().count("webwxpushloginurl")).isOne();
    assertThat(server.requests().count("jslogin")).isOne();
  }

  @Test
  void aRefusalOfASyncEndsTheSessionOnlyIfChosen(TestServer server) throws InterruptedException {
    var strict = Profile.fileHelper().with(Profile.Choice.END_AT_ANY_REFUSAL);
    try (WirePair pair = WirePair.at(server, AccountStore.inMemory(), strict).online("lin")) {
      throttle(server, "webwxsync=0");
      server.person("lin").says("note").toFileHelper();

      assertThat(pair.client().listen()).isEqualTo(new SessionEnd.ByServer(Retcode.TOO_FREQUENT));
    }
    throttle(server, "off");
    try (WirePair _ = listening(helper(server))) {
      throttle(server, "webwxsync=0");
      server.person("lin").says("late").toFileHelper();
      server.elapse(Duration.ofMinutes(1));
      assertThat(handled).isEmpty();
      throttle(server, "off");
      server.elapse(Duration.ofMinutes(1));
      assertThat(handled).containsExactly("late");
    }
  }

  private static void throttle(TestServer server, String rates) {
    server.world().accounts().set("lin", Map.of("throttling", rates));
  }
}
