// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a file is called by whoever sends it: its name leads nowhere and hides nothing. */
class FileNamesFuzzTest {

  private static final int LENGTH = 80;

  static Stream<byte[]> seeds() {
    return Stream.of(
            "../../etc/passwd",
            "..\\..\\boot.ini",
            "a/..",
            "x\r\nSet-Cookie: a",
            "a\u202Efdp.exe",
            "a\u009b31m\u0085b\u061cc",
            "长".repeat(90) + ".tar.gz",
            "x".repeat(79) + " y",
            ". ".repeat(50) + "x".repeat(11),
            "📷".repeat(100) + "." + "📷".repeat(4))
        .map(name -> name.getBytes(StandardCharsets.UTF_16BE));
  }

  /** Each two bytes are a character, so that half a pair comes as well. */
  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void names(byte @Nullable [] bytes) {
    String said = ByteBuffer.wrap(bytes == null ? new byte[0] : bytes).asCharBuffer().toString();

    String kept = FileNames.safe(said);

    assertThat(kept)
        .isNotBlank()
        .doesNotContainPattern(
            "[/\\\\\\p{Cc}\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff]")
        .doesNotMatch("[. ]*");
    assertThat(kept.codePointCount(0, kept.length())).isLessThanOrEqualTo(LENGTH);
    assertThat(FileNames.safe(kept)).isEqualTo(kept);
  }
}
