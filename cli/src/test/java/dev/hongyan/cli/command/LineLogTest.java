// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(10)
class LineLogTest {

  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("messages.log");
  }

  private static LineLog open(Path where) throws IOException {
    return LineLog.open(where, "messages.log", 1);
  }

  @Test
  void aMessageIsALine() throws IOException {
    try (LineLog log = open(folder)) {
      log.add("2026-01-01T00:00:00Z", "7", "text", "a\tb\\n\nc\u001b[31m 林");
    }

    assertThat(Files.readString(file()))
        .isEqualTo("2026-01-01T00:00:00Z\t7\ttext\ta\\tb\\\\n\\nc\uFFFD[31m 林\n");
  }

  @Test
  void knowsAfterARestartWhatItHas() throws IOException {
    try (LineLog log = open(folder.resolve("new"))) {
      log.add("t", "7", "text", "one");
      assertThat(log.has("7")).isTrue();
    }
    try (LineLog log = open(folder.resolve("new"))) {
      assertThat(log.has("7")).isTrue();
      assertThat(log.has("one")).isFalse();
      assertThat(log.has("8")).isFalse();
    }
  }

  @Test
  void aLineThatACrashHasCutIsWrittenAnewWhereverItWasCut() throws IOException {
    String whole = "t\t7\ttext\tone\n";
    for (int cut = 0; cut < "t\t8\ttext\t二\n".length(); cut++) {
      Files.writeString(file(), whole + "t\t8\ttext\t二\n".substring(0, cut));
      try (LineLog log = open(folder)) {
        assertThat(log.has("7")).isTrue();
        assertThat(log.has("8")).as("cut at " + cut).isFalse();
        log.add("t", "8", "text", "二");
      }
      assertThat(Files.readString(file())).isEqualTo(whole + "t\t8\ttext\t二\n");
    }
  }

  @Test
  void theLastLineAboutAMessageCounts() throws IOException {
    try (LineLog log = open(folder)) {
      log.add("t", "7", "a.txt");
      log.add("t", "7", "a (2).txt");
    }

    try (LineLog log = open(folder)) {
      assertThat(log.last("7")).contains("a (2).txt");
      assertThat(log.last("8")).isEmpty();
    }
  }

  @Test
  void oneAtATimeHasIt() throws IOException {
    try (LineLog _ = open(folder)) {
      assertThatExceptionOfType(FolderInUseException.class).isThrownBy(() -> open(folder));
    }
    open(folder).close();
  }
}
