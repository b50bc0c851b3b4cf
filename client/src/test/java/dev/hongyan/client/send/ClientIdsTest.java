// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.send;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.protocol.WebApp;
import dev.hongyan.time.Randomness;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class ClientIdsTest {

  private final ClientIds ids = ids(WebApp.WEB);

  private static ClientIds ids(WebApp app) {
    return new ClientIds(
        InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z")), Randomness.seeded(1), app);
  }

  /** Thirteen digits of time and three random ones (protocol reference 11). */
  @Test
  void theFileHelpersIdsAreADigitShorter() throws InterruptedException {
    ClientIds helpers = ids(WebApp.FILE_HELPER);

    assertThat(helpers.next().value()).matches("1767225600000\\d{3}");
    ClientIds.whileAnswering("7", () -> assertThat(helpers.next().value()).matches("\\d{16}"));
  }

  // Two texts of one millisecond drew the same three digits; the second was taken for the first,
  // said to be sent, and never left.
  @Test
  void twoMessagesOfOneMillisecondNeverShareAnId() {
    assertThat(Stream.generate(() -> ids.next().value()).limit(3_000))
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("\\d{17}"));
  }

  @Test
  void onlyAnAnswerMayComeAgainUnderItsId() throws InterruptedException {
    assertThat(ids.mayRepeat()).isFalse();
    ClientIds.whileAnswering("7", () -> assertThat(ids.mayRepeat()).isTrue());
  }
}
