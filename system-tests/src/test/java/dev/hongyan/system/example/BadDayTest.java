// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.client.WeChat;
import dev.hongyan.client.event.LoginEvent;
import dev.hongyan.protocol.sync.Sync;
import dev.hongyan.server.fault.Fault;
import dev.hongyan.server.fault.StandingOrder;
import dev.hongyan.testkit.HongyanExtension;
import dev.hongyan.testkit.TestServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@Timeout(30)
@ExtendWith(HongyanExtension.class)
class BadDayTest {

  @Test
  void answersThoughTheNewsAreLostThreeTimes(TestServer server) throws InterruptedException {
    StandingOrder lost = server.faults().inject(Fault.lost().on(Sync.CALL).of("lin").times(3));
    server.faults().inject(Fault.errorPage(502).everywhere().withProbability(0.1, 42));
    try (WeChat wechat =
        WeChat.builder()
            .server(server.uri())
            .transport((request, limits) -> server.path().exchange(request))
            .time(server.time())
            .build()) {
      wechat.onText((chat, text) -> chat.send("you said " + text.content()));
      wechat.login(step -> {
        if (step instanceof LoginEvent.CodeIssued code) {
          server.person("lin").phone().scan(code.uuid().value()).confirm();
        }
      });
      wechat.start();

      server.person("mei").says("好久不见").to(server.person("lin"));

      server.person("mei").receives("you said 好久不见", Duration.ofMinutes(5));
      assertThat(lost.isSpent()).isTrue();
    }
  }
}
