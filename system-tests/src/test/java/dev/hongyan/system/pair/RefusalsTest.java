// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.pair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.client.Chat;
import dev.hongyan.client.event.Event;
import dev.hongyan.client.event.Overflow;
import dev.hongyan.client.event.SessionEnd;
import dev.hongyan.client.message.SendOutcome;
import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.message.SendText;
import dev.hongyan.protocol.sync.Sync;
import dev.hongyan.protocol.sync.SyncCheck;
import dev.hongyan.server.fault.Denial;
import dev.hongyan.testkit.HongyanExtension;
import dev.hongyan.testkit.TestServer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each number with which the service says no, and what becomes of it (protocol reference 7.3). */
@Timeout(60)
@ExtendWith(HongyanExtension.class)
class RefusalsTest {

  private static final List<Integer> OVER = List.of(1100, 1101, 1102, 1103, -14);

  private final List<Event> events = Collections.synchronizedList(new ArrayList<>());

  static Stream<Arguments> endings() {
    return Stream.<Call<?, ?>>of(SyncCheck.CALL, Sync.CALL, SendText.CALL)
        .flatMap(call -> OVER.stream().map(code -> Arguments.of(call.name(), call, code)));
  }

  @ParameterizedTest(name = "{0} {2}")
  @MethodSource("endings")
  void aSessionThatIsOverEndsOnceAndWithoutALogout(
      String name, Call<?, ?> call, int code, TestServer server) throws InterruptedException {
    try (WirePair pair = watched(server).online("lin")) {
      server.faults().inject(new Denial.Refusal(code).on(call));
      server.person("mei").says("hello").to(server.person("lin"));
      if (call.equals(SendText.CALL)) {
        Chat mei = pair.chat("梅");
        assertThat(mei.send("hello")).isInstanceOf(SendOutcome.Refused.class);
        assertThat(mei.send("once more")).isInstanceOf(SendOutcome.Refused.class);
      }

      assertThat(pair.client().listen()).isEqualTo(new SessionEnd.ByServer(new Retcode(code)));
      server.elapse(Duration.ofMinutes(10));
    }

    assertThat(events.stream().filter(Event.SessionEnded.class::isInstance)).hasSize(1);
    assertThat(server.requests().count("webwxlogout")).isZero();
    assertThat(server.requests().count(name)).isLessThan(5);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, -2, 1, 2, 3, 1200, 1201, 1204, 1203, 9999})
  void aMessageThatIsRefusedIsNotRepeatedAndTheNextOneGoes(int code, TestServer server)
      throws InterruptedException {
    try (WirePair pair = watched(server).online("lin")) {
      server.faults().inject(new Denial.Refusal(code).on(SendText.CALL).times(1));
      Chat mei = pair.chat("梅");

      assertThat(mei.send("one")).isEqualTo(new SendOutcome.Refused(new Retcode(code), ""));
      assertThat(server.requests().count("webwxsendmsg")).isEqualTo(1);
      assertThat(mei.send("two")).isInstanceOf(SendOutcome.Sent.class);
    }
    assertThat(SessionScenarios.texts(server.person("mei"))).containsExactly("two");
  }

  @Test
  void whoIsTooFrequentRestsBeforeTheNextMessage(TestServer server) throws InterruptedException {
    try (WirePair pair = watched(server).online("lin")) {
      server.faults().inject(new Denial.Refusal(1205).on(SendText.CALL).times(1));
      Chat mei = pair.chat("梅");
      assertThat(mei.send("one")).isInstanceOf(SendOutcome.Refused.class);
      Instant refused = server.time().instant();

      assertThat(mei.send("two")).isInstanceOf(SendOutcome.Sent.class);

      assertThat(Duration.between(refused, server.time().instant()))
          .isGreaterThanOrEqualTo(Duration.ofMinutes(5));
    }
  }

  private WirePair watched(TestServer server) {
    WirePair pair = WirePair.at(server);
    var _ = pair.client().subscribe(10_000, Overflow.DROP_OLDEST, events::add);
    return pair;
  }
}
