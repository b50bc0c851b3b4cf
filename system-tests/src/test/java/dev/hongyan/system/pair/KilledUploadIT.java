// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.pair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.protocol.media.Chunk;
import dev.hongyan.server.script.Person;
import dev.hongyan.server.world.Message;
import dev.hongyan.testkit.HongyanExtension;
import dev.hongyan.testkit.TestServer;
import dev.hongyan.testkit.TestServerOptions;
import dev.hongyan.time.Randomness;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The client is killed, as by {@code kill -9}, in the middle of an upload. The next one uploads the
 * chunks that were missing and no other, and the message is on the phone once.
 */
@Timeout(300)
class KilledUploadIT {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** Chunks that were on their way when the client died, which nobody had acknowledged. */
  private static final int IN_FLIGHT = 3;

  @RegisterExtension
  final HongyanExtension hongyan =
      new HongyanExtension(
          TestServerOptions.overSockets().with(server -> server.holding(Duration.ofSeconds(1))));

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"4000000, webwxuploadmedia", "27000000, webwxuploadmediaparallel"})
  void goesOnWhereItWas(int size, String call, TestServer server) throws Exception {
    Person lin = server.person("lin");
    byte[] content = Randomness.seeded(5).bytes(size);
    Path file = Files.write(folder.resolve("a.bin"), content);
    Process first = start(server, file);
    try (BufferedReader said = first.inputReader(StandardCharsets.UTF_8)) {
      lin.phone().scan(await(said, "code ").substring("code ".length())).confirm();
      await(said, "stuck");
    } finally {
      kill(first);
    }
    assertThat(lin.messages()).isEmpty();
    Process second = start(server, file);
    List<Message> arrived;
    try {
      var messages = server.world().messages();
      arrived = messages.awaitOnPhone(lin.account().id(), 0, 100, PATIENCE);
    } finally {
      kill(second);
    }

    assertThat(arrived).hasSize(1);
    assertThat(lin.messages()).hasSize(1);
    assertThat(lin.opens(arrived.getFirst())).isEqualTo(content);
    int chunks = Chunk.count(size);
    assertThat(server.requests().count(call)).isBetween(chunks, chunks + IN_FLIGHT);
    assertThat(server.violations().list()).isEmpty();
  }

  private static String await(BufferedReader said, String start) throws IOException {
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      if (line.startsWith(start)) {
        return line;
      }
    }
    throw new AssertionError("the client ended before it said " + start);
  }

  private Process start(TestServer server, Path file) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            UploadProcess.class.getName(),
            server.uri().toString(),
            folder.resolve("account").toString(),
            file.toString(),
            Integer.toString(Math.toIntExact(Files.size(file) / 2)))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static void kill(Process process) throws InterruptedException {
    process.destroyForcibly();
    var ignored = process.waitFor();
  }
}
