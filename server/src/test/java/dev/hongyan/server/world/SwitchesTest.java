// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hongyan.server.world.WorldException.Problem;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(30)
class SwitchesTest {

  @ParameterizedTest
  @CsvSource({
    "family,                   wx2.qq.com,           wx2.qq.com",
    "family of an account,     WEB.wechat.com,       web.wechat.com",
    "login-outcome,            1203-in-plain-mode,   1203-in-plain-mode",
    "login-outcome,            1203 in plain mode,   1203-in-plain-mode",
    "login-outcome,            1203-always,          1203",
    "login-outcome,            -14,                  -14",
    "login-outcome,            ok,                   ok",
    "status of the login page, always 301,           ALWAYS_301",
    "login-page-status,        200,                  ALWAYS_200",
    "message-on-success,       OK,                   OK",
    "avatar in 201,            no,                   false",
    "contact page size,        80,                   80",
    "init-completeness,        complete,             COMPLETE",
    "MsgType 51 content,       xml,                  XML",
    "SyncCheckKey,             absent,               false",
    "selector,                 always-2,             ALWAYS_2",
    "session-end,              'retcode=1100,after=90', 'after=PT1M30S,retcode=1100'",
    "session-end,              never,                never",
    "skey-renewal,             PT12H,                PT12H",
    "SKey renewal,             never,                never",
    "phone off-line,           true,                 true",
    "hold,                     0.25,                 PT0.25S",
    "language,                 en_US,                EN_US",
    "throttling,               'webwxsendmsg=3,webwxinit=1', 'webwxinit=1,webwxsendmsg=3'",
    "throttling,               off,                  off",
    "throttling,               'webwxcreatechatroom=3/PT1H', webwxcreatechatroom=3/PT1H",
    "login-refusal,            new-account,          NEW_ACCOUNT",
    "room-creation,            closed,               CLOSED",
    "cannot originate rooms,   too many,             TOO_MANY",
    "poll-outcome,             'confirm=3,scan=2',   'scan=PT2S,confirm=PT3S'",
    "poll-outcome,             scan=PT0S,            scan=PT0S",
    "poll-outcome,             by-hand,              by-hand",
    "redelivery,               true,                 true",
    "retransmission,           16,                   PT16S",
    "dirty data,               'odd-space,entity',   'entity,odd-space'",
    "dirty-data,               off,                  off",
  })
  void areSetByTheirWordsAndByThoseOfTheReference(String name, String text, String value) {
    Switches switches = Switches.STANDARD.with(Map.of(name, text));

    Switch<?> set = Switch.ALL.stream().filter(s -> s.isCalled(name)).findFirst().orElseThrow();
    assertThat(switches.of(set)).hasToString(value);
    assertThat(Switches.ofLines(switches.lines())).isEqualTo(switches);
  }

  @ParameterizedTest
  @CsvSource({
    "family,            not a host",
    "login-outcome,     maybe",
    "login-page-status, 302",
    "contact-page-size, 0",
    "contact-page-size, 1000000000000",
    "scan-avatar,       perhaps",
    "hold,              PT11M",
    "hold,              -1",
    "hold,              1e999999999",
    "session-end,       'after=PT1H,retcode=1103'",
    "session-end,       'after=PT1H'",
    "throttling,        'web wx=1'",
    "throttling,        'webwxsendmessage=1'",
    "throttling,        'webwxsync=-1'",
    "language,          fr_FR",
    "throttling,        'webwxsync=1/PT0S'",
    "poll-outcome,      'confirm=1'",
    "poll-outcome,      'scan=1,dance=2'",
    "poll-outcome,      'scan=1,confirm=2,cancel=3'",
    "slow-answers,      PT3M",
    "dirty-data,        'entity,mud'",
    "dirty-data,        ''",
  })
  void refuseValuesThatTheyDoNotHave(String name, String text) {
    assertThatThrownBy(() -> Switches.STANDARD.with(Map.of(name, text)))
        .asInstanceOf(InstanceOfAssertFactories.type(WorldException.class))
        .returns(Problem.ILLEGAL, WorldException::problem)
        .returns(name, WorldException::field)
        .extracting(Throwable::getMessage, InstanceOfAssertFactories.STRING)
        .contains("allowed: ");
  }

  @Test
  void tellWhichThereAreWhenAskedForAnother() {
    assertThatThrownBy(() -> Switches.STANDARD.with(Map.of("colour", "red")))
        .hasMessageContainingAll(
            Switch.ALL.stream().map(Switch::word).toArray(CharSequence[]::new));
  }

  @ParameterizedTest
  @MethodSource("all")
  void canReadTheirOwnStandard(Switch<?> key) {
    assertThat(key.read(key.standard().toString())).isEqualTo(key.standard());
    assertThat(Switch.ALL.stream().filter(other -> other.isCalled(key.word()))).containsOnly(key);
  }

  static Iterable<Switch<?>> all() {
    return Switch.ALL;
  }

  @Test
  void goBackToTheirStandard() {
    Switches changed = Switches.STANDARD.with(Switch.HOLD, Duration.ofSeconds(1));

    assertThat(changed.with(Map.of("hold", "default")).of(Switch.HOLD))
        .isEqualTo(Duration.ofSeconds(25));
  }
}
