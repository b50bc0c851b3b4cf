// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class FileNamesTest {

  @ParameterizedTest
  @CsvSource({
    "report.pdf, report.pdf",
    "../../x, x",
    "..\\..\\boot.ini, boot.ini",
    "/etc/passwd, passwd",
    "年终 报告（一）.docx, 年终 报告（一）.docx",
    "'..', file",
    "'a/..', file",
    "' ', file",
    "'', file",
    "'x\r\nSet-Cookie: a', xSet-Cookie: a",
    "'a\u202Efdp.exe', afdp.exe",
    "'nul\u0000.txt', nul.txt"
  })
  void leadNowhere(String said, String kept) {
    assertThat(FileNames.safe(said)).isEqualTo(kept);
  }

  // Found by fuzzing: only the control characters of ASCII were taken out; those of Latin-1, among
  // them the one that begins a command to a terminal, stayed.
  @Test
  void holdNoControlCharacterOfAnyKind() {
    assertThat(FileNames.safe("a\u009b31m\u0085b\u061cc")).isEqualTo("a31mbc");
  }

  // Found by fuzzing: what was cut was not looked at again, so that a name of dots or blanks alone
  // came out where a letter stood behind the eightieth.
  @Test
  void areNamesAfterTheyAreCutToo() {
    assertThat(FileNames.safe(". ".repeat(50) + "x".repeat(11))).isEqualTo("file");
    assertThat(FileNames.safe("x".repeat(79) + " y")).isEqualTo("x".repeat(79));
  }

  @Test
  void keepTheirEndingWhenTheyAreCut() {
    String long1 = FileNames.safe("长".repeat(300) + ".pdf");

    assertThat(long1).endsWith("长.pdf").hasSize(80);
    assertThat(FileNames.safe("\uD83C\uDF3B".repeat(300)).codePoints()).hasSize(80);
  }
}
