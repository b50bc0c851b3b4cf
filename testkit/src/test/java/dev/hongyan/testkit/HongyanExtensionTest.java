// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A server for each test, one only, and a new one. */
@Timeout(30)
@Execution(ExecutionMode.CONCURRENT)
class HongyanExtensionTest {

  @RegisterExtension final HongyanExtension hongyan = HongyanExtension.inMemory();

  private TestServer before;

  @BeforeEach
  void write(TestServer server) {
    before = server;
    assertThat(server.person("lin").messages()).isEmpty();
    server.person("mei").says("hello").to(server.person("lin"));
  }

  @AfterEach
  void read(TestServer server) {
    assertThat(server).isSameAs(before);
    assertThat(server.person("lin").messages()).hasSize(1);
  }

  @RepeatedTest(3)
  void givesTheSameServerToAllMethodsOfATest(TestServer server) {
    assertThat(server).isSameAs(before);
  }

  @Test
  void hasTheTestsThreadHoldTimeBack(TestServer server) {
    var start = server.time().instant();
    try (var _ = server.time().start("idle", () -> pauseForAnHour(server))) {
      assertThat(server.time().instant()).isEqualTo(start);
    }
  }

  private static void pauseForAnHour(TestServer server) {
    try {
      server.elapse(Duration.ofHours(1));
    } catch (InterruptedException expected) {
      Thread.currentThread().interrupt();
    }
  }

  @Nested
  class Inside {
    @Test
    void givesTheSameServerToNestedTests(TestServer server) {
      assertThat(server).isSameAs(before);
    }
  }
}
