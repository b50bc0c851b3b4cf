// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(10)
class NoteLogTest {

  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("messages.log");
  }

  @Test
  void aMessageIsALine() throws IOException {
    try (NoteLog log = NoteLog.in(folder)) {
      log.add("2026-01-01T00:00:00Z", "7", "text", "a\tb\\n\nc\u001b[31m 林");
    }

    assertThat(Files.readString(file()))
        .isEqualTo("2026-01-01T00:00:00Z\t7\ttext\ta\\tb\\\\n\\nc\uFFFD[31m 林\n");
  }

  @Test
  void knowsAfterARestartWhatItHas() throws IOException {
    try (NoteLog log = NoteLog.in(folder.resolve("new"))) {
      log.add("t", "7", "text", "one");
      assertThat(log.has("7")).isTrue();
    }
    try (NoteLog log = NoteLog.in(folder.resolve("new"))) {
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
      try (NoteLog log = NoteLog.in(folder)) {
        assertThat(log.has("7")).isTrue();
        assertThat(log.has("8")).as("cut at " + cut).isFalse();
        log.add("t", "8", "text", "二");
      }
      assertThat(Files.readString(file())).isEqualTo(whole + "t\t8\ttext\t二\n");
    }
  }
}
