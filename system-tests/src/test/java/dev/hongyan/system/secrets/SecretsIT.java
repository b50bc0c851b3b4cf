// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** No secret and nobody's words in any log line, at any level, nor in anything that is printed. */
@Timeout(180)
class SecretsIT {

  @Test
  void stayOutOfLogsAndOfWhateverIsPrinted(@TempDir Path folder)
      throws IOException, InterruptedException {
    Path log = folder.resolve("log");
    Path secrets = folder.resolve("secrets");

    int exit = live(folder.resolve("account"), log, secrets);

    List<String> said = Files.readAllLines(log);
    List<String> kept = Files.readAllLines(secrets);
    assertThat(exit).isZero();
    assertThat(kept).hasSizeGreaterThan(12).allSatisfy(secret -> assertThat(secret).isNotBlank());
    for (String level : List.of("TRACE", "DEBUG", "INFO", "WARN")) {
      assertThat(said.stream().anyMatch(line -> line.contains(level + " "))).as(level).isTrue();
    }
    assertThat(said.stream().filter(line -> kept.stream().anyMatch(line::contains))).isEmpty();
  }

  private static int live(Path account, Path log, Path secrets)
      throws IOException, InterruptedException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=trace",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            TalkativeLife.class.getName(),
            account.toString())
        .redirectError(log.toFile())
        .redirectOutput(secrets.toFile())
        .start()
        .waitFor();
  }
}
