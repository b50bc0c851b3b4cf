// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands in the column of contents: it is one, kept again as itself, or is refused. */
class ContentCodecFuzzTest {

  /** The kind in the first line, what was kept behind it. */
  static Stream<byte[]> seeds() {
    return ContentCodecTest.everyContentComesBackAsItWas()
        .map(content -> content.kind() + "\n" + ContentCodec.encode(content))
        .map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void contents(byte @Nullable [] bytes) {
    String[] text =
        new String(bytes == null ? new byte[0] : bytes, StandardCharsets.UTF_8).split("\n", 2);
    try {
      Content content = ContentCodec.decode(text[0], text.length > 1 ? text[1] : "");

      assertThat(ContentCodec.decode(content.kind(), ContentCodec.encode(content)))
          .isEqualTo(content);
    } catch (IllegalArgumentException | WorldException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }
}
