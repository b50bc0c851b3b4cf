// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(10)
class TextPartsTest {

  @Test
  void leavesShortTextsAlone() {
    assertThat(TextParts.split("")).containsExactly("");
    assertThat(TextParts.split(" a\n ")).containsExactly(" a\n ");
    assertThat(TextParts.split("x".repeat(TextParts.DEFAULT_LIMIT))).hasSize(1);
  }

  @Test
  void cutsWhereAReaderPauses() {
    assertThat(TextParts.split("one two three. four five\nsix seven\n\neight nine ten eleven", 40))
        .containsExactly("one two three. four five\nsix seven", "eight nine ten eleven");
    assertThat(TextParts.split("one two three four five\nsix seven eight nine ten", 40))
        .containsExactly("one two three four five", "six seven eight nine ten");
    assertThat(TextParts.split("今天天气很好很好很好很好很好很好很好。我们去公园走走，然后吃饭吧吧吧", 32))
        .containsExactly("今天天气很好很好很好很好很好很好很好。", "我们去公园走走，然后吃饭吧吧吧");
    assertThat(TextParts.split("one two three four five six seven eight", 32))
        .containsExactly("one two three four five six", "seven eight");
  }

  @Test
  void doesNotMakeTinyParts() {
    assertThat(TextParts.split("a\n" + "x".repeat(60), 32))
        .containsExactly("a\n" + "x".repeat(30), "x".repeat(30));
  }

  /** What must stay whole comes again and again, at every distance from the cut. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "😀",
        "👨‍👩‍👧‍👦",
        "🇨🇳",
        "👍🏽",
        "2️⃣",
        "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
        "[微笑]",
        "[BrokenHeart]",
        "e\u0301"
      })
  void keepsEmojiAndFacesWhole(String whole) {
    for (int shift = 0; shift < 32; shift++) {
      String text = "x".repeat(shift) + whole.repeat(40);

      List<String> parts = TextParts.split(text, 32);

      assertThat(String.join("", parts)).isEqualTo(text);
      assertThat(parts)
          .allSatisfy(part -> {
            assertThat(part.length()).isLessThanOrEqualTo(32);
            assertThat(part.replace("x", "").replace(whole, "")).isEmpty();
          });
    }
  }

  @Test
  void cutsEvenWhatHasNoEnd() {
    String text = "a" + "\u0301".repeat(500);

    List<String> parts = TextParts.split(text, 32);

    assertThat(String.join("", parts)).isEqualTo(text);
    assertThat(parts).allSatisfy(part -> assertThat(part.length()).isLessThanOrEqualTo(32));
  }

  @Test
  void refusesLimitsThatHoldNoEmoji() {
    assertThatIllegalArgumentException().isThrownBy(() -> TextParts.split("x", 31));
  }
}
