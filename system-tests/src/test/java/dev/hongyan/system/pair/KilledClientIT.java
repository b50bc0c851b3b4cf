// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.pair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.server.script.Person;
import dev.hongyan.server.world.LiveSession;
import dev.hongyan.testkit.HongyanExtension;
import dev.hongyan.testkit.TestServer;
import dev.hongyan.testkit.TestServerOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The client is killed, as by {@code kill -9}, with one message inside its handler and one between
 * sync and handler: the first comes again and says so, the second comes once, no answer is doubled.
 */
@Timeout(300)
class KilledClientIT {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @RegisterExtension
  final HongyanExtension hongyan =
      new HongyanExtension(
          TestServerOptions.overSockets().with(server -> server.holding(Duration.ofSeconds(1))));

  @Test
  void keepsThePromise(TestServer server, @TempDir Path folder) throws Exception {
    Person lin = server.person("lin");
    Person mei = server.person("mei");
    Process first = start(server, folder);
    BufferedReader said = first.inputReader(StandardCharsets.UTF_8);
    try {
      String code = await(said, "code ").substring("code ".length());
      lin.phone().scan(code).confirm();
      await(said, "ready");

      mei.says(EchoProcess.STUCK).to(lin);
      await(said, "answered " + EchoProcess.STUCK);
      mei.says("next").to(lin);
      awaitAcknowledgement(server);
    } finally {
      kill(first);
    }
    Process second = start(server, folder);
    List<String> lines = new ArrayList<>();
    try {
      BufferedReader heard = second.inputReader(StandardCharsets.UTF_8);
      String line;
      do {
        line = heard.readLine();
        lines.add(line);
      } while (!"answered next".equals(line) && line != null);
    } finally {
      kill(second);
    }

    assertThat(lines)
        .containsSubsequence(
            "handling stuck true", "answered stuck", "handling next false", "answered next")
        .noneMatch(line -> line.startsWith("code "));
    assertThat(SessionScenarios.texts(mei))
        .containsExactly(EchoProcess.STUCK, "you said stuck", "next", "you said next");
  }

  /** Until the client has stored all that there is: it says so with the key of its next check. */
  private static void awaitAcknowledgement(TestServer server) throws InterruptedException {
    LiveSession live;
    do {
      server.requests().await("synccheck", PATIENCE);
      live = server.world().sessions().live().getFirst();
    } while (live.session().acknowledged() < server.world().mailboxes().newest(live.session()));
  }

  private static String await(BufferedReader said, String start) throws IOException {
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      if (line.startsWith(start)) {
        return line;
      }
    }
    throw new AssertionError("the client ended before it said " + start);
  }

  private static Process start(TestServer server, Path folder) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            EchoProcess.class.getName(),
            server.uri().toString(),
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static void kill(Process process) throws InterruptedException {
    process.destroyForcibly();
    var ignored = process.waitFor();
  }
}
