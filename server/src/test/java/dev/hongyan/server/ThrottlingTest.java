// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.protocol.sync.Init;
import dev.hongyan.server.world.Rate;
import dev.hongyan.server.world.Rates;
import dev.hongyan.server.world.Switch;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who calls too often is told 1205, call by call, and forgiven by time. */
@Timeout(30)
class ThrottlingTest extends WebPageCase {

  @Test
  void refusesACallThatComesTooOften() throws Exception {
    cast.person("lin")
        .isTreated(Switch.THROTTLING, new Rates(Map.of("webwxinit", Rate.aMinute(2))));

    assertThat(init()).contains("\"Ret\": 0");
    assertThat(init()).contains("\"Ret\": 0");
    assertThat(init()).contains("\"Ret\": 1205").doesNotContain("@@");
    assertThat(server.world().sessions().endOf(web.session())).isEmpty();
    time.advance(Duration.ofSeconds(30));
    assertThat(init()).contains("\"Ret\": 0");
  }

  @Test
  void countsOverOtherTimesThanMinutes() throws Exception {
    cast.person("lin")
        .isTreated(
            Switch.THROTTLING, new Rates(Map.of("webwxinit", new Rate(1, Duration.ofHours(1)))));

    assertThat(init()).contains("\"Ret\": 0");
    time.advance(Duration.ofMinutes(59));
    assertThat(init()).contains("\"Ret\": 1205");
    time.advance(Duration.ofMinutes(1));
    assertThat(init()).contains("\"Ret\": 0");
  }

  private String init() throws InterruptedException {
    var request = new Init.Request(web.base(), web.passTicket());
    return web.reply(Init.CALL, request).body().text();
  }
}
