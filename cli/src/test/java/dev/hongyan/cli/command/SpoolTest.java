// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class SpoolTest {

  @TempDir private Path folder;

  private Spool spool(byte[] bytes) throws IOException {
    return Spool.fill(folder, "in.txt", new ByteArrayInputStream(bytes), 100_000, (_, _) -> {});
  }

  /** What comes in, and what a phone is shown of it. */
  record Sample(String in, String shown) {}

  static List<Sample> samples() {
    return List.of(
        new Sample("one\ntwo\n", "one\ntwo"),
        new Sample("\u001b[1;31merror:\u001b[0m \u001b[Kno\tsuch file\r\n", "error: no\tsuch file"),
        new Sample("10%\r50%\r100%\ndone\n", "100%\ndone"),
        new Sample("\u001b]0;title\u0007prompt \u001b(B$", "prompt $"),
        new Sample("林\u0000 \u0008鸿雁 😀\n\n", "林 鸿雁 😀"),
        new Sample("   \n \n", ""));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aPhoneIsShownWhatATerminalWouldShow(Sample sample) throws IOException {
    assertThat(spool(sample.in().getBytes(StandardCharsets.UTF_8)).text())
        .isEqualTo(sample.shown());
  }

  @Test
  void keepsEveryByteAndTellsHowMuchThereIs() throws IOException {
    byte[] bytes = new byte[20_000];
    java.util.Arrays.fill(bytes, (byte) '\n');
    bytes[7] = (byte) 0xFF;
    List<Long> told = new ArrayList<>();

    Spool spool =
        Spool.fill(
            folder,
            "in.txt",
            new ByteArrayInputStream(bytes),
            20_000,
            (lines, all) -> told.add(lines));

    assertThat(Files.readAllBytes(spool.file())).isEqualTo(bytes);
    assertThat(spool.bytes()).isEqualTo(20_000);
    assertThat(spool.isCut()).isFalse();
    assertThat(told).isSorted().endsWith(19_999L);
    spool.delete();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void whatIsNoUtf8IsReplaced() throws IOException {
    assertThat(spool(new byte[] {'a', (byte) 0xE4, 'b'}).text()).isEqualTo("a\uFFFDb");
  }

  @Test
  void aPipeWithoutAnEndIsGivenUp() throws IOException {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 'y';
          }
        };

    Spool spool = Spool.fill(folder, "in.txt", endless, 100_000, (_, _) -> {});

    assertThat(spool.isCut()).isTrue();
    assertThat(spool.bytes()).isBetween(100_001L, 110_000L);
  }

  @Test
  void aZeroByteMakesItNoText() throws IOException {
    assertThat(spool(new byte[] {'a', 0}).isReadable()).isFalse();
    assertThat(spool(new byte[] {'a', '\n'}).isReadable()).isTrue();
  }

  private Process begin() throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                SpoolProcess.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    process.outputWriter().append("half a line").flush();
    assertThat(process.inputReader().readLine()).isEqualTo("11 bytes");
    return process;
  }

  /** What a killed push had read so far stayed for ever, and nobody knew of it. */
  @Test
  void whatAKilledProcessHasLeftGoesWithTheNextOne() throws Exception {
    Spool told = spool(new byte[] {'a'});
    told.keep();
    Process killed = begin();
    Process living = begin();
    try {
      var ignored = killed.destroyForcibly().waitFor();

      spool(new byte[] {'b'}).delete();

      assertThat(told.file()).hasContent("a");
      assertThat(contents()).containsExactlyInAnyOrder("a", "half a line");
    } finally {
      var ignored = living.destroyForcibly().waitFor();
    }
    spool(new byte[] {'c'}).delete();

    assertThat(contents()).containsExactly("a");
    assertThat(folder).isDirectoryNotContaining(file -> file.toString().endsWith(".lock"));
  }

  private List<String> contents() throws IOException {
    List<String> contents = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(file -> file.endsWith("in.txt")).toList()) {
        contents.add(Files.readString(file));
      }
    }
    return contents;
  }
}
