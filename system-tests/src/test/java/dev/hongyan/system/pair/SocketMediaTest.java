// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hongyan.client.store.AccountStore;
import dev.hongyan.server.script.Person;
import dev.hongyan.testkit.HongyanExtension;
import dev.hongyan.testkit.TestServer;
import dev.hongyan.testkit.TestServerOptions;
import dev.hongyan.time.Randomness;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(120)
class SocketMediaTest extends MediaScenarios {

  private static final int CHUNKS_BEFORE_THE_END = 3;

  @RegisterExtension
  final HongyanExtension hongyan =
      new HongyanExtension(
          TestServerOptions.overSockets().with(server -> server.holding(Duration.ofSeconds(1))));

  @Test
  void anUploadCutShortIsMadeUpForAfterTheRestart(TestServer server) throws Exception {
    AccountStore store = AccountStore.folder(folder.resolve("account"));
    byte[] content = Randomness.seeded(9).bytes(5_000_000);
    Path file = Files.write(folder.resolve("a.bin"), content);
    Person mei = server.person("mei");
    AtomicInteger chunks = new AtomicInteger();
    try (WirePair pair = WirePair.at(server, store).online("lin")) {
      assertThatExceptionOfType(InterruptedException.class)
          .isThrownBy(() ->
              pair.chat("梅")
                  .send(
                      file,
                      (_, _) -> {
                        if (chunks.incrementAndGet() == CHUNKS_BEFORE_THE_END) {
                          Thread.currentThread().interrupt();
                        }
                      }));
    }
    int before = mei.messages().size();

    try (WirePair _ = WirePair.at(server, store).online("lin")) {
      for (int i = 0; i < 600 && mei.messages().size() == before; i++) {
        server.elapse(Duration.ofMillis(50));
      }
    }

    assertThat(mei.messages()).hasSize(before + 1);
    assertThat(mei.opens(mei.messages().getLast())).isEqualTo(content);
  }
}
