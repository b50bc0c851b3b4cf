// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a file is called by whoever sends it: it lies in our folder, and looks as it is. */
class SafeNameFuzzTest {

  private static final Path FOLDER = Path.of("/home/lin/files");
  private static final int LONGEST_ON_DISK = 255;

  static Stream<byte[]> seeds() {
    return Stream.of(
            "../../etc/passwd",
            "C:\\con .txt",
            ". .a. .",
            "a\u202egpj.exe\u200b",
            "长".repeat(90) + ".tar.gz",
            "nul." + "x".repeat(300),
            "📷".repeat(60) + " .docx")
        .map(name -> name.getBytes(StandardCharsets.UTF_16BE));
  }

  /** Each two bytes are a character, so that half a pair comes as well. */
  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void names(byte @Nullable [] bytes) {
    String wish = ByteBuffer.wrap(bytes == null ? new byte[0] : bytes).asCharBuffer().toString();

    SafeName name = SafeName.of(wish, "file");

    assertHarmless(name);
    assertHarmless(name.numbered(2));
    assertThat(SafeName.of(name.text(), "file")).isEqualTo(name);
  }

  private static void assertHarmless(SafeName name) {
    assertThat(name.in(FOLDER).normalize().getParent()).isEqualTo(FOLDER);
    assertThat(name.text().getBytes(StandardCharsets.UTF_8).length).isLessThan(LONGEST_ON_DISK);
    assertThat(name.text())
        .doesNotContainPattern("[/\\\\:*?\"<>|\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]")
        .doesNotContainPattern("(?U)^[.\\s]|[.\\s]$")
        .doesNotContainPattern("(?i)^(con|prn|aux|nul|com\\d|lpt\\d)\\s*(\\.|$)");
  }
}
