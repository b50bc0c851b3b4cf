// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hongyan.server.Server;
import dev.hongyan.server.ServerOptions;
import dev.hongyan.server.script.Cast;
import dev.hongyan.server.script.Person;
import dev.hongyan.server.world.ClientKind;
import dev.hongyan.server.world.WaitingCode;
import dev.hongyan.time.Randomness;
import dev.hongyan.time.Time;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The bot that answers its owner, as the file that it is, in a process of its own. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class PhoneBotIT {

  private static final Duration PATIENCE = Duration.ofSeconds(40);

  @TempDir private Path folder;

  @Test
  void answersItsOwnerAndNobodyElse() throws Exception {
    try (Server server =
        Server.start(ServerOptions.inMemory(), Time.system(), Randomness.secure())) {
      Cast cast = new Cast(server.world());
      Person lin = cast.person("lin");
      try (var _ = ExampleProcess.start("PhoneBot.java", server, folder)) {
        await().atMost(PATIENCE).until(() -> !server.world().codes().waiting().isEmpty());
        WaitingCode code = server.world().codes().waiting().getFirst();
        assertThat(code.kind()).isEqualTo(ClientKind.FILE_HELPER);
        lin.phone().scan(code.uuid()).confirm();
        await().atMost(PATIENCE).until(() -> texts(lin).contains("ready; write help"));

        cast.person("mei").says("disk").to(lin);
        lin.says("load").to(cast.person("mei"));
        lin.says("what a day").toFileHelper();
        lin.says(" Help ").toFileHelper();
        await().atMost(PATIENCE).until(() -> texts(lin).getLast().startsWith("I know"));
        lin.says("disk").toFileHelper();
        await().atMost(PATIENCE).until(() -> texts(lin).getLast().startsWith("free: "));
      }

      assertThat(texts(lin)).hasSize(8);
      assertThat(cast.person("mei").messages()).hasSize(2);
      assertThat(server.world().violations().report().list()).isEmpty();
    }
  }

  private static List<String> texts(Person person) {
    return person.messages().stream().map(message -> message.content().text()).toList();
  }
}
