// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class FacesTest {

  @Test
  void hasEveryClassicFaceOnceAndInOrder() {
    assertThat(Faces.classic()).hasSize(105).doesNotHaveDuplicates();
    assertThat(Faces.classic().getFirst()).isEqualTo("微笑");
    assertThat(Faces.classic().get(39)).isEqualTo("再见");
    assertThat(Faces.classic().get(89)).isEqualTo("OK");
    assertThat(Faces.classic().getLast()).isEqualTo("右太极");
  }

  @Test
  void bothLanguagesCountAlike() {
    assertThat(Faces.english(0)).contains("Smile");
    assertThat(Faces.english(45)).isEmpty();
    assertThat(Faces.english(78)).contains("Hug");
    assertThat(Faces.english(89)).contains("OK");
    assertThat(Faces.english(104)).isEmpty();
    assertThat(IntStream.range(0, 105).mapToObj(Faces::english).filter(n -> n.isPresent()))
        .hasSize(99)
        .doesNotHaveDuplicates();
  }

  @Test
  void findsFacesInTexts() {
    assertThat(Faces.in("a[微笑]b[Smile][旺柴][nothing][] [ 微笑 ][[OK]]"))
        .containsExactly("微笑", "Smile", "旺柴", "OK");
    assertThat(Faces.in("")).isEmpty();
  }

  @Test
  void writesOnlyFacesThatThereAre() {
    assertThat(Faces.code("微笑")).isEqualTo("[微笑]");
    assertThatIllegalArgumentException().isThrownBy(() -> Faces.code("-"));
  }
}
