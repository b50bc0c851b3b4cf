// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hongyan.client.message.LinkCheck;
import dev.hongyan.protocol.RefusedException;
import dev.hongyan.testkit.HongyanExtension;
import dev.hongyan.testkit.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a person wants of the service itself. */
@Timeout(60)
@ExtendWith(HongyanExtension.class)
class ServiceTest {

  @Test
  void linksAreCheckedBeforeTheyAreFollowed(TestServer server) throws InterruptedException {
    try (WirePair pair = WirePair.at(server).online("lin")) {
      assertThat(pair.client().check("https://example.com/a b?c=林"))
          .isEqualTo(new LinkCheck.Onward("https://example.com/a%20b?c=%E6%9E%97"));
      assertThat(pair.client().check("javascript:alert(1)")).isInstanceOf(LinkCheck.Warned.class);
    }
    assertThat(server.violations().list()).isEmpty();
  }

  @Test
  void feedbackIsHeardOrRefused(TestServer server) throws InterruptedException {
    try (WirePair pair = WirePair.at(server).online("lin")) {
      pair.client().tellService("很好用");
      assertThat(server.violations().list()).isEmpty();

      assertThatThrownBy(() -> pair.client().tellService(""))
          .isInstanceOf(RefusedException.class)
          .hasMessageContaining("webwxsendfeedback");
    }
  }

  @Test
  void nobodyIsToldOfClicks(TestServer server) throws InterruptedException {
    try (WirePair pair = WirePair.at(server).online("lin")) {
      pair.chat("梅").send("hello");
    }

    assertThat(server.requests().count("webwxsendmsg")).isEqualTo(1);
    assertThat(server.requests().count("webwxstatreport")).isZero();
  }
}
