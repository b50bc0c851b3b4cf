// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.time.Randomness;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(10)
class SafeNameTest {

  private static final Path FOLDER = Path.of("/home/lin/files");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "report.pdf",
        "季度报告（终稿）.docx",
        "a b-c_d (1).tar.gz",
        "📷 照片.jpg",
        "Müller & co.txt",
        "no ending",
        "-rf",
        "~",
        "%2e%2e",
      })
  void keepsWhatIsHarmless(String name) {
    assertThat(SafeName.of(name, "file").text()).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "../../etc/passwd, _.._etc_passwd",
    "/etc/passwd, _etc_passwd",
    "..\\..\\boot.ini, _.._boot.ini",
    "C:\\x.txt, C__x.txt",
    ".bashrc, bashrc",
    "..., file",
    "'', file",
    "'  ', file",
    "'a.txt. . ', a.txt",
    "CON, _CON",
    "nul.txt, _nul.txt",
    "console.txt, console.txt",
    "'a?b*c|d<e>f\"g', a_b_c_d_e_f_g",
  })
  void mendsWhatIsNot(String wish, String name) {
    assertThat(SafeName.of(wish, "file").text()).isEqualTo(name);
  }

  @Test
  void nothingUnseenIsInIt() {
    assertThat(SafeName.of("a\u0000b\nc\u202egpj.exe\u200b", "file").text())
        .isEqualTo("abcgpj.exe");
    assertThat(SafeName.of("a\ud83d.txt", "file").text()).isEqualTo("a_.txt");
  }

  @Test
  void aLongNameLosesItsMiddle() {
    String name = SafeName.of("长".repeat(500) + ".docx", "file").text();

    assertThat(name).startsWith("长长").endsWith("长.docx");
    assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(195, 200);
    assertThat(SafeName.of("x".repeat(500), "file").text()).hasSize(200);
    assertThat(SafeName.of("a." + "x".repeat(500), "file").text()).hasSize(200);
  }

  @Test
  void aNumberStandsBeforeTheEnding() {
    assertThat(SafeName.of("a.tar.gz", "file").numbered(2).text()).isEqualTo("a.tar (2).gz");
    assertThat(SafeName.of("图", "file").numbered(3).text()).isEqualTo("图 (3)");
  }

  @Test
  void staysInItsFolderWhateverIsWished() {
    Randomness chance = Randomness.seeded(5);
    String alphabet = "./\\:~ \u0000\u202e%2e长a";

    for (int i = 0; i < 20_000; i++) {
      Path path = SafeName.of(chance.letters(chance.nextInt(12), alphabet), "file").in(FOLDER);

      assertThat(path.normalize()).isEqualTo(path);
      assertThat(path.getParent()).isEqualTo(FOLDER);
    }
  }
}
