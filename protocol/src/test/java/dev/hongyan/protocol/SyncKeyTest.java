// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.protocol.SyncKey.Pair;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 10, unit = TimeUnit.SECONDS)
class SyncKeyTest {

  private static final SyncKey KEY =
      new SyncKey(List.of(new Pair(3, 700_000_088), new Pair(1, 5), new Pair(1000, 1_699_999_173)));

  @Test
  void keepsTheOrderInBothForms() {
    assertThat(KEY.parameter()).isEqualTo("3_700000088|1_5|1000_1699999173");
    assertThat(SyncKey.ofParameter(KEY.parameter())).contains(KEY);
  }

  @Test
  void findsAValueByItsKey() {
    assertThat(KEY.val(1000)).contains(1_699_999_173L);
    assertThat(KEY.val(2)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "|",
        "1",
        "1_",
        "_1",
        "1_2|",
        "|1_2",
        "1_2||3_4",
        "1_2,3_4",
        "1_2 |3_4",
        "-1_2",
        "1_-2",
        "1_2_3",
        "a_b",
        "1_2\n",
        "1234567890_1",
        "1_1234567890123456789",
        "１_2"
      })
  void aMalformedParameterIsNoKey(String parameter) {
    assertThat(SyncKey.ofParameter(parameter)).isEmpty();
  }

  @Test
  void aVeryLongParameterIsNoKey() {
    assertThat(SyncKey.ofParameter("1_2|".repeat(1_000_000) + "1_2")).isEmpty();
  }

  @Test
  void aKeyWithoutPairsIsNone() {
    assertThat(SyncKey.NONE.isPresent()).isFalse();
    assertThat(KEY.isPresent()).isTrue();
  }
}
