// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Protocol reference 5.11. */
@Timeout(10)
class MentionsTest {

  private static final List<String> NAMES =
      List.of("Bo", "Bo Chen", "Bo@work", "梅 😀", "An", "", " ");

  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of("@Bo\u2005hello", List.of("Bo")),
        Arguments.of("@Bo hello", List.of("Bo")),
        Arguments.of("hello @Bo", List.of("Bo")),
        Arguments.of("你好@Bo\n", List.of("Bo")),
        Arguments.of("@Bo Chen\u2005hello", List.of("Bo Chen")),
        Arguments.of("@Bo@work\u2005hello", List.of("Bo@work")),
        Arguments.of("@梅 😀\u2005@An\u2005@梅 😀\u2005", List.of("梅 😀", "An")),
        Arguments.of("@Bo\u2005@Bo Chen\u2005", List.of("Bo", "Bo Chen")),
        Arguments.of("@Boris hello", List.of()),
        Arguments.of("@Bob\u2005", List.of()),
        Arguments.of("write to an@Bo please", List.of()),
        Arguments.of("an@Bo\u2005", List.of("Bo")),
        Arguments.of("Bo @ @@ @", List.of()),
        Arguments.of("", List.of()));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void findsNames(String text, List<String> names) {
    assertThat(Mentions.in(text, NAMES)).isEqualTo(new Mentions(names, false));
  }

  @Test
  void findsEverybody() {
    assertThat(Mentions.in("@所有人\u2005@Bo 开会", NAMES)).isEqualTo(new Mentions(List.of("Bo"), true));
    assertThat(Mentions.in("@所有人都", NAMES).everybody()).isFalse();
  }

  @Test
  void readsWhatItWrites() {
    for (String name : List.of("Bo", "Bo Chen", "Bo@work", "梅 😀")) {
      assertThat(Mentions.in(Mentions.of(name) + "An", NAMES).names()).containsExactly(name);
    }
    assertThat(Mentions.in(Mentions.of(Mentions.EVERYBODY) + "x", NAMES).everybody()).isTrue();
  }
}
