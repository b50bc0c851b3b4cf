// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.cli.output.Texts;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class TextsTest {

  private static final Pattern GAP = Pattern.compile("%(\\d\\$)?[,\\d.]*[a-z]");

  private final Texts english = Texts.of(Map.of("LANG", "en_US.UTF-8"));
  private final Texts chinese = Texts.of(Map.of("LANG", "zh_CN.UTF-8"));

  @Test
  void bothLanguagesHaveTheSameTexts() {
    assertThat(chinese.bundle().keySet()).isEqualTo(english.bundle().keySet());
  }

  @Test
  void bothLanguagesHaveTheSameGaps() {
    for (String key : english.bundle().keySet()) {
      assertThat(gaps(chinese, key)).as(key).isEqualTo(gaps(english, key));
    }
  }

  private static List<String> gaps(Texts texts, String key) {
    return GAP.matcher(texts.bundle().getString(key))
        .results()
        .map(MatchResult::group)
        .filter(gap -> !gap.equals("%n"))
        .sorted()
        .toList();
  }
}
