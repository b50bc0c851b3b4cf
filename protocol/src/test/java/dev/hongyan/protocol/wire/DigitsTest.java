// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 10, unit = TimeUnit.SECONDS)
class DigitsTest {

  @ParameterizedTest
  @ValueSource(
      longs = {
        0,
        1,
        -1,
        2_147_584_103L,
        1_159_549_798_484_970_886L,
        Long.MAX_VALUE,
        Long.MIN_VALUE
      })
  void readsEveryLongExactly(long number) {
    assertThat(Digits.exact(Long.toString(number))).hasValue(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "+1",
        " 1",
        "1 ",
        "1.0",
        "1e3",
        "0x1",
        "９",
        "9223372036854775808",
        "-9223372036854775809",
        "99999999999999999999999"
      })
  void leavesEverythingElse(String literal) {
    assertThat(Digits.exact(literal)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1.0, 1",
    "1e3, 1000",
    "+7, 7",
    "0.9, 0",
    "-2.5, -2",
    "18446744073709551615, -1",
    "9223372036854775808, -9223372036854775808"
  })
  void readsUnusualNumbers(String literal, long number) {
    assertThat(Digits.unusual(literal)).hasValue(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "NaN",
        "Infinity",
        "x",
        "18446744073709551616",
        "1e999999999",
        "1e-999999999",
        "1e99999999999999999999",
        "-9223372036854775809"
      })
  void refusesWhatIsNo64BitNumber(String literal) {
    assertThat(Digits.unusual(literal)).isEmpty();
  }

  /** Arithmetic on a long text of digits takes time that grows with its square. */
  @Test
  void refusesAMillionDigitsAtOnce() {
    assertThat(Digits.unusual("9".repeat(8_000_000))).isEmpty();
  }
}
