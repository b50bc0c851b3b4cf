// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.client.Chat;
import dev.hongyan.client.WeChat;
import dev.hongyan.client.event.LoginEvent;
import dev.hongyan.client.people.RoomOutcome;
import dev.hongyan.protocol.UserName;
import dev.hongyan.server.script.Person;
import dev.hongyan.testkit.HongyanExtension;
import dev.hongyan.testkit.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@Timeout(30)
@ExtendWith(HongyanExtension.class)
class RoomGuideTest {

  private static void invite(Chat team, UserName mei, UserName bo) throws InterruptedException {
    switch (team.invite(List.of(mei, bo))) {
      case RoomOutcome.Done(_, var people) ->
          people.forEach(one -> System.out.println(one.name() + " " + one.standing()));
      case RoomOutcome.Refused(var retcode, var words, _) ->
          System.out.println(retcode + " " + words);
      case RoomOutcome.Unknown() -> System.out.println("it may have happened");
    }
  }

  @Test
  void invitesPeople(TestServer server) throws InterruptedException {
    for (String name : List.of("ann", "ben")) {
      Person guest = server.cast().enters(name, name);
      server.person("lin").befriends(guest);
      guest.befriends(server.person("lin"));
    }
    try (WeChat wechat =
        WeChat.builder()
            .server(server.uri())
            .transport((request, limits) -> server.path().exchange(request))
            .time(server.time())
            .build()) {
      wechat.login(step -> {
        if (step instanceof LoginEvent.CodeIssued code) {
          server.person("lin").phone().scan(code.uuid().value()).confirm();
        }
      });
      Chat team = wechat.find("项目组").getFirst();
      int before = team.members().size();

      invite(team, one(wechat, "ann"), one(wechat, "ben"));

      assertThat(team.members()).hasSize(before + 2);
    }
  }

  private static UserName one(WeChat wechat, String name) {
    return wechat.find(name).getFirst().userName();
  }
}
