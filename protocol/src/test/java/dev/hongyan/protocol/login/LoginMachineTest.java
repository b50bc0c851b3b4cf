// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.protocol.LoginUuid;
import dev.hongyan.protocol.login.LoginStep.Reason;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every state and reply of protocol reference 2.3. */
@Timeout(value = 10, unit = TimeUnit.SECONDS)
class LoginMachineTest {

  private static final LoginUuid UUID = new LoginUuid("Qa7ZpLm3Xw==");
  private static final RedirectUri URI =
      RedirectUri.parse("https://wx2.qq.com/cgi-bin/mmwebwx-bin/webwxnewloginpage?ticket=t")
          .orElseThrow();
  private static final LoginStep.Poll UNSCANNED = new LoginStep.Poll(UUID, false);
  private static final LoginStep.Poll SCANNED = new LoginStep.Poll(UUID, true);

  static Stream<Arguments> steps() {
    var again = new LoginStep.AskForCode();
    var scan = new LoginPoll.Scanned(Optional.empty());
    return Stream.of(
        Arguments.of(UNSCANNED, new LoginPoll.Waiting(), UNSCANNED),
        Arguments.of(SCANNED, new LoginPoll.Waiting(), SCANNED),
        Arguments.of(UNSCANNED, scan, SCANNED),
        Arguments.of(SCANNED, scan, SCANNED),
        Arguments.of(UNSCANNED, new LoginPoll.Confirmed(URI), new LoginStep.Enter(URI)),
        Arguments.of(SCANNED, new LoginPoll.Confirmed(URI), new LoginStep.Enter(URI)),
        Arguments.of(SCANNED, new LoginPoll.Cancelled(), new LoginStep.Stop(Reason.CANCELLED)),
        Arguments.of(UNSCANNED, new LoginPoll.Cancelled(), new LoginStep.Stop(Reason.CANCELLED)),
        Arguments.of(UNSCANNED, new LoginPoll.Expired(), again),
        Arguments.of(SCANNED, new LoginPoll.Expired(), again),
        Arguments.of(UNSCANNED, new LoginPoll.Unexpected(500), again),
        Arguments.of(SCANNED, new LoginPoll.Unexpected(0), again));
  }

  @ParameterizedTest
  @MethodSource("steps")
  void answersEveryReplyInEveryState(LoginStep.Poll state, LoginPoll.Reply reply, LoginStep next) {
    assertThat(LoginMachine.QR.after(state, reply).step()).isEqualTo(next);
  }

  @Test
  void pollsTheCodeThatItGot() {
    assertThat(LoginMachine.QR.after(NewCode.Reply.of(UUID)).step()).isEqualTo(UNSCANNED);
    assertThat(LoginMachine.PUSH.poll(UUID)).isEqualTo(UNSCANNED);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 0, 500})
  void stopsWithoutACode(int code) {
    var stop = new LoginStep.Stop(Reason.NO_CODE);

    assertThat(LoginMachine.QR.after(new NewCode.Reply(code, UUID)).step()).isEqualTo(stop);
    assertThat(LoginMachine.QR.after(new NewCode.Reply(200, LoginUuid.NONE)).step())
        .isEqualTo(stop);
  }

  @Test
  void renewsAnExpiredCodeFiveTimesAndNoMore() {
    LoginMachine machine = LoginMachine.QR;

    for (int i = 0; i < 5; i++) {
      var next = machine.after(UNSCANNED, new LoginPoll.Expired());
      assertThat(next.step()).isEqualTo(new LoginStep.AskForCode());
      machine = next.machine();
    }

    assertThat(machine.after(UNSCANNED, new LoginPoll.Expired()).step())
        .isEqualTo(new LoginStep.Stop(Reason.EXPIRED));
  }

  @Test
  void aPushLoginIsNotRenewed() {
    assertThat(LoginMachine.PUSH.after(UNSCANNED, new LoginPoll.Expired()).step())
        .isEqualTo(new LoginStep.Stop(Reason.EXPIRED));
  }

  @Test
  void waitingCostsNoRenewal() {
    LoginMachine machine = LoginMachine.QR;

    for (int i = 0; i < 1_000; i++) {
      machine = machine.after(UNSCANNED, new LoginPoll.Waiting()).machine();
    }

    assertThat(machine).isEqualTo(LoginMachine.QR);
  }
}
