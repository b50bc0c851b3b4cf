// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hongyan.server.Server;
import dev.hongyan.server.ServerOptions;
import dev.hongyan.server.script.Cast;
import dev.hongyan.server.script.Person;
import dev.hongyan.server.world.WaitingCode;
import dev.hongyan.time.Randomness;
import dev.hongyan.time.Time;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The example of the README, as the file that it is, in a process of its own. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class EchoBotIT {

  private static final String EXAMPLE = "EchoBot.java";
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  @TempDir Path folder;

  @Test
  void answersAndGoesOnAfterBeingKilled() throws Exception {
    try (Server server =
        Server.start(ServerOptions.inMemory(), Time.system(), Randomness.secure())) {
      Cast cast = new Cast(server.world());
      Person lin = cast.person("lin");
      Person mei = cast.person("mei");

      try (var _ = ExampleProcess.start(EXAMPLE, server, folder)) {
        await().atMost(PATIENCE).until(() -> !server.world().codes().waiting().isEmpty());
        WaitingCode code = server.world().codes().waiting().getFirst();
        lin.phone().scan(code.uuid()).confirm();
        await().atMost(PATIENCE).until(() -> isHeld(server));
        mei.says("one").to(lin);
        mei.receives("you said one", PATIENCE);
      }
      mei.says("two").to(lin);
      try (var _ = ExampleProcess.start(EXAMPLE, server, folder)) {
        mei.receives("you said two", PATIENCE);
      }

      assertThat(mei.messages())
          .extracting(m -> m.content().text())
          .containsExactly("one", "you said one", "two", "you said two");
      assertThat(server.world().violations().report().list()).isEmpty();
    }
  }

  @Test
  void isTheOneOfTheReadme() throws IOException {
    String example =
        Files.readString(ExampleProcess.source(EXAMPLE))
            .lines()
            .skip(1)
            .reduce("", (a, b) -> a + b + "\n");

    for (String readme : List.of("README.md", "README.zh-CN.md")) {
      Matcher snippet =
          Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
              .matcher(Files.readString(ExampleProcess.ROOT.resolve(readme)));
      assertThat(snippet.find()).isTrue();
      assertThat(snippet.group(1)).isEqualTo(example);
    }
    assertThat(example.lines().count()).isLessThanOrEqualTo(15);
  }

  private static boolean isHeld(Server server) {
    return server.world().sessions().live().stream().anyMatch(session -> session.held());
  }
}
