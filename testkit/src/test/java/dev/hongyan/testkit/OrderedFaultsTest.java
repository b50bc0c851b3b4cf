// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hongyan.protocol.MalformedReplyException;
import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.login.NewCode;
import dev.hongyan.protocol.sync.Init;
import dev.hongyan.protocol.sync.SyncCheck;
import dev.hongyan.server.fault.Delivery.Reset.Moment;
import dev.hongyan.server.fault.Fault;
import dev.hongyan.server.fault.StandingOrder;
import dev.hongyan.server.world.WorldException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a test orders goes wrong, as often as ordered and for whom it was ordered. */
@Timeout(30)
@ExtendWith(HongyanExtension.class)
class OrderedFaultsTest {

  static Stream<Fault> breaks() {
    return Stream.of(
        Fault.lost(),
        Fault.drop(),
        Fault.reset(Moment.BEFORE),
        Fault.reset(Moment.INSIDE),
        Fault.reset(Moment.AFTER));
  }

  @ParameterizedTest
  @MethodSource("breaks")
  void breakTheConnectionOnceAndNoMore(Fault fault, TestServer server) throws InterruptedException {
    StandingOrder order = server.faults().inject(fault.on(NewCode.CALL).times(1));
    Caller caller = Caller.of(server);

    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(caller::code)
        .withCauseInstanceOf(IOException.class);
    assertThat(order.isSpent()).isTrue();
    assertThat(caller.code().value()).isNotEmpty();
    assertThat(server.requests().count("jslogin")).isEqualTo(2);
  }

  static Stream<Fault> nonsense() {
    return Stream.of(Fault.empty(), Fault.truncated(50), Fault.garbage(), Fault.errorPage(502));
  }

  @ParameterizedTest
  @MethodSource("nonsense")
  void makeAnAnswerNonsense(Fault fault, TestServer server) throws InterruptedException {
    Caller lin = Caller.of(server).loggedIn("lin");
    server.faults().inject(fault.on(Init.CALL).times(1));

    assertThatExceptionOfType(MalformedReplyException.class).isThrownBy(lin::init);
    assertThat(lin.init().status().isOk()).isTrue();
  }

  @Test
  void takeTime(TestServer server) throws InterruptedException {
    server.faults().inject(Fault.delay(Duration.ofSeconds(40)).on(NewCode.CALL));
    Instant before = server.time().instant();

    assertThat(Caller.of(server).code().value()).isNotEmpty();

    assertThat(server.time().instant()).isEqualTo(before.plusSeconds(40));
  }

  @Test
  void befallOneAccountAlone(TestServer server) throws InterruptedException {
    Caller lin = Caller.of(server).loggedIn("lin");
    Caller mei = Caller.of(server).loggedIn("mei");
    server.faults().inject(Fault.refusal(1101).everywhere().of("lin"));

    assertThat(lin.init().status().ret()).isEqualTo(Retcode.SESSION_ENDED);
    assertThat(mei.init().status().isOk()).isTrue();
  }

  @Test
  void areCalledOff(TestServer server) throws InterruptedException {
    Caller lin = Caller.of(server).loggedIn("lin");
    Init.Reply since = lin.init();
    StandingOrder stuck = server.faults().inject(Fault.stuckSelector(7).on(SyncCheck.CALL));
    assertThat(lin.check(since).selector()).isEqualTo(7);

    assertThat(server.faults().remove(stuck.id())).isTrue();

    assertThat(lin.check(since).selector()).isNotEqualTo(7);
    assertThat(stuck.struck()).isEqualTo(1);
  }

  @Test
  void strikeBySeedTheSameEachTime(TestServer server) throws InterruptedException {
    Caller lin = Caller.of(server).loggedIn("lin");

    String story = losses(lin, 3);

    assertThat(story).contains("x").contains(".").isEqualTo(losses(lin, 3));
    assertThat(losses(lin, 4)).isNotEqualTo(story);
  }

  private static String losses(Caller lin, long seed) throws InterruptedException {
    lin.server().faults().clear();
    lin.server().faults().inject(Fault.lost().on(Init.CALL).withProbability(0.5, seed));
    StringBuilder story = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      story.append(isLost(lin) ? 'x' : '.');
    }
    return story.toString();
  }

  private static boolean isLost(Caller lin) throws InterruptedException {
    try {
      var ignored = lin.init();
      return false;
    } catch (UncheckedIOException e) {
      return true;
    }
  }

  @Test
  void areRefusedWhereTheyMakeNoSense(TestServer server) {
    assertThatThrownBy(() -> Fault.stuckSelector(2).on(NewCode.CALL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("jslogin");
    assertThatThrownBy(() -> Fault.truncated(100)).hasMessageContaining("0 to 99");
    assertThatThrownBy(() -> server.faults().inject(Fault.lost().everywhere().of("nobody")))
        .isInstanceOf(WorldException.class);
  }
}
