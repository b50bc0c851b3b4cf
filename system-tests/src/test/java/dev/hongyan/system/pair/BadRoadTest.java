// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.pair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.client.event.LoginEvent;
import dev.hongyan.client.event.LoginOutcome;
import dev.hongyan.client.message.SendOutcome;
import dev.hongyan.client.store.AccountStore;
import dev.hongyan.server.script.Person;
import dev.hongyan.testkit.HongyanExtension;
import dev.hongyan.testkit.TestServer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is lost on the way, and time that passes, lose no message and double none. */
@Timeout(60)
@ExtendWith(HongyanExtension.class)
class BadRoadTest {

  private final List<String> handled = Collections.synchronizedList(new ArrayList<>());

  private WirePair listening(TestServer server, AccountStore store) throws InterruptedException {
    WirePair pair = WirePair.at(server, store);
    pair.client().onText((chat, text) -> handled.add(text.content()));
    return pair.online("lin");
  }

  @Test
  void everyMessageIsHandledOnceThoughEveryFifthExchangeIsLost(TestServer server)
      throws InterruptedException {
    Person lin = server.person("lin");
    List<String> written = IntStream.range(0, 100).mapToObj(i -> "line " + i).toList();
    try (WirePair _ = lossy(listening(server, AccountStore.inMemory()))) {
      for (String line : written) {
        server.person("mei").says(line).to(lin);
        server.elapse(Duration.ofMillis(300));
      }
      server.elapse(Duration.ofMinutes(10));
    }

    assertThat(handled).containsExactlyElementsOf(written);
    assertThat(server.violations().errors()).isZero();
  }

  @Test
  void noSendArrivesTwiceThoughEveryFifthExchangeIsLost(TestServer server)
      throws InterruptedException {
    List<String> known = new ArrayList<>();
    try (WirePair pair = lossy(listening(server, AccountStore.inMemory()))) {
      for (int i = 0; i < 60; i++) {
        if (pair.chat("梅").send("line " + i) instanceof SendOutcome.Sent) {
          known.add("line " + i);
        }
      }
    }

    assertThat(SessionScenarios.texts(server.person("mei")))
        .doesNotHaveDuplicates()
        .containsSubsequence(known);
    assertThat(known).hasSizeGreaterThan(50);
    assertThat(server.requests().count("webwxsendmsg")).isGreaterThan(60);
  }

  private static WirePair lossy(WirePair pair) {
    pair.road().loses(0.2);
    return pair;
  }

  @Test
  void aNightWithoutANetworkEndsNothing(TestServer server) throws InterruptedException {
    try (WirePair pair = listening(server, AccountStore.inMemory())) {
      pair.road().isClosed(true);
      server.elapse(Duration.ofHours(4));
      server.person("mei").says("good night").to(server.person("lin"));
      server.elapse(Duration.ofHours(4));
      pair.road().isClosed(false);
      server.elapse(Duration.ofMinutes(10));
    }

    assertThat(handled).containsExactly("good night");
    assertThat(server.violations().errors()).isZero();
  }

  @Test
  void aRestartFetchesWhatCameMeanwhileWithoutAScan(TestServer server) throws InterruptedException {
    AccountStore store = AccountStore.inMemory();
    try (WirePair _ = listening(server, store)) {
      server.person("mei").says("one").to(server.person("lin"));
      server.elapse(Duration.ofMinutes(1));
    }
    server.person("mei").says("two").to(server.person("lin"));
    server.requests().clear();

    try (WirePair _ = listening(server, store)) {
      server.elapse(Duration.ofMinutes(1));
    }

    assertThat(handled).containsExactly("one", "two");
    assertThat(server.requests().count("jslogin")).isZero();
    assertThat(server.violations().list()).isEmpty();
  }

  @Test
  void codesThatNobodyScansAreRenewedFiveTimes(TestServer server) throws InterruptedException {
    Instant start = server.time().instant();
    List<String> codes = new ArrayList<>();
    try (WirePair pair = WirePair.at(server)) {
      LoginOutcome outcome =
          pair.client()
              .login(step -> {
                if (step instanceof LoginEvent.CodeIssued code) {
                  codes.add(code.uuid().value());
                }
              });

      assertThat(outcome).isEqualTo(new LoginOutcome.Expired());
    }

    assertThat(codes).hasSize(6).doesNotHaveDuplicates();
    assertThat(Duration.between(start, server.time().instant()))
        .isBetween(Duration.ofMinutes(30), Duration.ofMinutes(31));
  }

  @Test
  void aDayOfHoldsIsOneCheckAfterTheOther(TestServer server) throws InterruptedException {
    try (WirePair _ = listening(server, AccountStore.inMemory())) {
      for (int hour = 0; hour < 24; hour++) {
        server.elapse(Duration.ofHours(1));
        server.person("mei").says("hour " + hour).to(server.person("lin"));
      }
      server.elapse(Duration.ofSeconds(1));
    }

    assertThat(handled).hasSize(24).startsWith("hour 0").endsWith("hour 23");
    assertThat(server.requests().count("synccheck")).isBetween(3_000, 3_600);
    assertThat(server.violations().list()).isEmpty();
  }
}
