// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(10)
class PaceTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration DAY = Duration.ofDays(1);
  private final Pace pace = new Pace(30, MINUTE, 3);

  @ParameterizedTest
  @ValueSource(longs = {0, -5_000_000_000L, Long.MAX_VALUE - 1, Long.MIN_VALUE})
  void letsABurstThroughAndThenKeepsTheInterval(long origin) {
    assertThat(delays(pace.full(origin), origin, 6)).containsExactly(0L, 0L, 0L, 2L, 4L, 6L);
  }

  @Test
  void fillsAgainWithTimeButNeverBeyondTheBurst() {
    Pace.Bucket empty = new Pace.Bucket(Duration.ofSeconds(6).toNanos());

    assertThat(delays(empty, Duration.ofSeconds(2).toNanos(), 3)).containsExactly(0L, 2L, 4L);
    assertThat(delays(empty, Duration.ofHours(9).toNanos(), 4)).containsExactly(0L, 0L, 0L, 2L);
  }

  @Test
  void keepsTheRateWhateverTheArrivals() {
    Randomness chance = Randomness.seeded(7);
    List<Long> turns = new ArrayList<>();
    Pace.Bucket bucket = pace.full(0);
    long now = 0;
    for (int i = 0; i < 5_000; i++) {
      now += chance.nextLong(Duration.ofSeconds(4).toNanos());
      Pace.Turn turn = pace.take(bucket, now);
      bucket = turn.bucket();
      turns.add(now + turn.delay().toNanos());
    }

    assertThat(turns).isSorted();
    for (int i = 33; i < turns.size(); i++) {
      assertThat(turns.get(i) - turns.get(i - 33)).isGreaterThanOrEqualTo(MINUTE.toNanos());
    }
  }

  @Test
  void restsAndHasNoBurstAfterwards() {
    Pace.Bucket rested = pace.rest(pace.full(0), 0, MINUTE);

    assertThat(delays(rested, 0, 3)).containsExactly(60L, 62L, 64L);
    assertThat(delays(rested, MINUTE.toNanos(), 2)).containsExactly(0L, 2L);
  }

  @Test
  void aRestNeverShortensALongerOne() {
    Pace.Bucket rested = pace.rest(pace.full(0), 0, MINUTE);

    assertThat(pace.rest(rested, 0, Duration.ofSeconds(1))).isEqualTo(rested);
  }

  @Test
  void namesKeyAndRangeOfWhatItRefuses() {
    assertThatThrownBy(() -> new Pace(0, MINUTE, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("pace count is 0, allowed: 1 or more");
    assertThatThrownBy(() -> new Pace(1, Duration.ZERO, 1))
        .hasMessage("pace per is PT0S, allowed: PT0.000000001S to PT24H");
    assertThatThrownBy(() -> new Pace(1, DAY.plusNanos(1), 1)).hasMessageContaining("pace per");
    assertThatThrownBy(() -> new Pace(1, DAY, 10_001))
        .hasMessage("pace burst is 10001, allowed: 1 to 10000");
    assertThatThrownBy(() -> pace.rest(pace.full(0), 0, Duration.ofDays(366)))
        .hasMessageContaining("pace rest");
  }

  @Test
  void staysInRangeAtItsLimits() {
    Pace slowest = new Pace(1, DAY, 10_000);
    Pace.Bucket rested = slowest.rest(slowest.full(0), 0, Duration.ofDays(365));

    assertThat(slowest.take(slowest.full(0), 0).delay()).isZero();
    assertThat(slowest.take(rested, 0).delay()).isEqualTo(Duration.ofDays(365));
  }

  /** The delays, in seconds, of turns taken at the same moment. */
  private List<Long> delays(Pace.Bucket first, long now, int turns) {
    List<Long> delays = new ArrayList<>();
    Pace.Bucket bucket = first;
    for (int i = 0; i < turns; i++) {
      Pace.Turn turn = pace.take(bucket, now);
      bucket = turn.bucket();
      delays.add(turn.delay().toSeconds());
    }
    return delays;
  }
}
