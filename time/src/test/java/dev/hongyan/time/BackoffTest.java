// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(10)
class BackoffTest {

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final RandomGenerator LEAST = () -> 0;
  private static final RandomGenerator MOST = () -> -1;

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 2", "3, 4", "6, 32", "7, 60", "8, 60", "10000, 60", "2147483647, 60"})
  void doublesUpToTheCap(int attempt, long seconds) {
    Backoff backoff = new Backoff(SECOND, MINUTE, 2, 0);

    assertThat(backoff.delay(attempt, MOST)).isEqualTo(Duration.ofSeconds(seconds));
  }

  @Test
  void staysTheSameWithAFactorOfOne() {
    Backoff backoff = new Backoff(SECOND, MINUTE, 1, 0);

    assertThat(backoff.delay(10_000, LEAST)).isEqualTo(SECOND);
  }

  @Test
  void takesAtMostTheJitterAway() {
    Backoff backoff = new Backoff(SECOND, MINUTE, 2, 0.25);
    Randomness chance = Randomness.seeded(3);

    assertThat(backoff.delay(3, LEAST)).isEqualTo(Duration.ofSeconds(4));
    assertThat(backoff.delay(3, MOST)).isBetween(Duration.ofSeconds(3), Duration.ofMillis(3001));
    for (int i = 0; i < 1_000; i++) {
      assertThat(backoff.delay(3, chance)).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(4));
    }
  }

  @Test
  void spreadsOverTheWholeRangeWithFullJitter() {
    Backoff backoff = new Backoff(SECOND, MINUTE, 2, 1);
    Randomness chance = Randomness.seeded(3);
    double seconds = 0;
    for (int i = 0; i < 1_000; i++) {
      seconds += backoff.delay(7, chance).toMillis() / 1000.0;
    }

    assertThat(seconds / 1_000).isBetween(27.0, 33.0);
  }

  @Test
  void holdsAtTheLargestFactorAndCap() {
    Backoff backoff = new Backoff(Duration.ofNanos(1), Duration.ofDays(365), Double.MAX_VALUE, 1);

    assertThat(backoff.delay(1, LEAST)).isEqualTo(Duration.ofNanos(1));
    assertThat(backoff.delay(Integer.MAX_VALUE, LEAST)).isEqualTo(Duration.ofDays(365));
  }

  @Test
  void namesKeyAndRangeOfWhatItRefuses() {
    assertThatThrownBy(() -> new Backoff(Duration.ZERO, MINUTE, 2, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("backoff first is PT0S, allowed: above 0");
    assertThatThrownBy(() -> new Backoff(MINUTE, SECOND, 2, 0))
        .hasMessage("backoff cap is PT1S, allowed: first (PT1M) to PT8760H");
    assertThatThrownBy(() -> new Backoff(SECOND, Duration.ofDays(366), 2, 0))
        .hasMessageContaining("backoff cap is");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.99, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesAFactorThatShrinksOrIsNone(double factor) {
    assertThatThrownBy(() -> new Backoff(SECOND, MINUTE, factor, 0))
        .hasMessage("backoff factor is " + factor + ", allowed: 1 or more, finite");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.01, 1.01, Double.NaN})
  void refusesAJitterThatIsNoShare(double jitter) {
    assertThatThrownBy(() -> new Backoff(SECOND, MINUTE, 2, jitter))
        .hasMessage("backoff jitter is " + jitter + ", allowed: 0 to 1");
  }

  @Test
  void countsFromOne() {
    Backoff backoff = new Backoff(SECOND, MINUTE, 2, 0);

    assertThatThrownBy(() -> backoff.delay(0, LEAST))
        .hasMessage("backoff attempt is 0, allowed: 1 or more");
  }
}
