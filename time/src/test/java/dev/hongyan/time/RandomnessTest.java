// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(10)
class RandomnessTest {

  static Stream<Randomness> all() {
    return Stream.of(Randomness.secure(), Randomness.seeded(1));
  }

  @Test
  void seededIsTheSameOnEveryJdk() {
    // Written down once: if a JDK changes the algorithm, recorded scenarios change with it.
    Randomness chance = Randomness.seeded(20260217);

    assertThat(chance.nextLong()).isEqualTo(-1612550435688685786L);
    assertThat(HexFormat.of().formatHex(chance.bytes(12))).isEqualTo("081afe5e67242a2da0557311");
    assertThat(chance.digits(15)).isEqualTo("760918283698471");
    assertThat(chance.letters(12, "abcdef")).isEqualTo("ceefbbbecfca");
  }

  @Test
  void differentSeedsGiveDifferentNumbers() {
    Set<Long> firsts =
        IntStream.range(0, 1_000)
            .mapToObj(seed -> Randomness.seeded(seed).nextLong())
            .collect(Collectors.toSet());

    assertThat(firsts).hasSize(1_000);
  }

  @Test
  void secureNeverRepeats() {
    assertThat(Randomness.secure().bytes(16)).isNotEqualTo(Randomness.secure().bytes(16));
  }

  @ParameterizedTest
  @MethodSource("all")
  void givesAsManyAsAskedFor(Randomness chance) {
    for (int n : List.of(0, 1, 7, 8, 33)) {
      assertThat(chance.bytes(n)).hasSize(n);
      assertThat(chance.digits(n)).matches("[0-9]{" + n + "}");
      assertThat(chance.letters(n, "xyz")).matches("[xyz]{" + n + "}");
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void usesEachLetterAboutEquallyOften(Randomness chance) {
    String digits = chance.digits(20_000);

    for (char digit = '0'; digit <= '9'; digit++) {
      int letter = digit;
      assertThat(digits.chars().filter(c -> c == letter).count()).isBetween(1_700L, 2_300L);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void refusesNegativeLengthsAndEmptyAlphabets(Randomness chance) {
    assertThatThrownBy(() -> chance.bytes(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("length is -1, allowed: 0 or more");
    assertThatThrownBy(() -> chance.digits(-1)).hasMessage("length is -1, allowed: 0 or more");
    assertThatThrownBy(() -> chance.letters(3, ""))
        .hasMessage("alphabet is empty, allowed: 1 letter or more");
  }

  @Test
  void manyThreadsTogetherDrawTheSameNumbersAsOne() throws Exception {
    Randomness alone = Randomness.seeded(5);
    Set<Long> expected = Stream.generate(alone::nextLong).limit(8_000).collect(Collectors.toSet());
    Randomness shared = Randomness.seeded(5);
    Set<Long> drawn = ConcurrentHashMap.newKeySet();

    List<Thread> threads =
        IntStream.range(0, 8)
            .mapToObj(_ ->
                Thread.ofPlatform()
                    .start(() -> {
                      for (int i = 0; i < 1_000; i++) {
                        drawn.add(shared.nextLong());
                      }
                    }))
            .toList();
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(drawn).isEqualTo(expected);
  }
}
