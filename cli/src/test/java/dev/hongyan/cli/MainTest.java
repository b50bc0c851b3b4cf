// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class MainTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "server --port 70000",
        "server --port x",
        "server --people 2 --memory",
        "server --memory --data x",
        "server --people 9 --world x",
        "server --https-port 0 --memory",
        "server --memory --public-url http://here/there",
        "server --memory --hold 0",
        "server --memory what",
        "build",
        "--nonsense",
        "nonsense",
      })
  void wrongUsageEndsWithTwoAndSaysWhatToDo(String arguments) {
    CommandRun run = CommandRun.of(arguments.split(" ", -1));

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("hongyan: ");
  }

  @Test
  void aloneItAsksForACommand() {
    CommandRun run = CommandRun.of();

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("Which command?", "hongyan --help");
  }

  @Test
  void helpListsEveryCommand() {
    CommandRun run = CommandRun.of("--help");

    assertThat(run.out().lines().map(String::strip))
        .satisfiesOnlyOnce(line -> assertThat(line).startsWith("demo "))
        .satisfiesOnlyOnce(line -> assertThat(line).startsWith("bench "));
  }

  @ParameterizedTest
  @CsvSource({
    "LANG, zh_CN.UTF-8, 用法",
    "LC_ALL, zh_TW.UTF-8, 用法",
    "LC_MESSAGES, zh_CN, 用法",
    "LC_ALL, C, Usage",
    "LANG, de_DE.UTF-8, Usage",
  })
  void speaksTheLanguageOfTheEnvironment(String variable, String value, String word) {
    CommandRun run = new CommandRun.Setting().with(variable, value).run("--help");

    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains(word);
  }

  @Test
  void theEnvironmentStandsInForAnOption() {
    CommandRun run = new CommandRun.Setting().with("HONGYAN_PORT", "70000").run("server");

    assertThat(run.err()).contains("--port is 70000");
  }

  @Test
  void aWorldThatIsNoneIsWrongUsage(@TempDir Path folder) throws Exception {
    Path file = java.nio.file.Files.writeString(folder.resolve("world.json"), "{\"accounts\":3}");

    CommandRun run = CommandRun.of("server", "--memory", "--port", "0", "--world", file.toString());

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("world.json is no world");
  }

  @Test
  void aWorldThatKnowsNobodyOfANameIsWrongUsage(@TempDir Path folder) throws Exception {
    Path file =
        java.nio.file.Files.writeString(
            folder.resolve("world.json"),
            "{\"accounts\":[{\"id\":\"lin\",\"nickName\":\"L\",\"contacts\":[\"yu\"]}]}");

    CommandRun run = CommandRun.of("server", "--memory", "--port", "0", "--world", file.toString());

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("world.json is no world", "yu");
  }

  @Test
  void aFileThatIsMissingIsNamed(@TempDir Path folder) {
    CommandRun run =
        CommandRun.of("server", "--memory", "--world", folder.resolve("none.json").toString());

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("none.json");
  }

  @ParameterizedTest
  @CsvSource({
    "server --port x, '--port PORT cannot be \"x\"'",
    "server --port, 'missing: --port PORT'",
    "server --port 1 --port 2, --port PORT stands there twice",
    "send, 'missing: TO'",
  })
  void wrongUsageNamesTheOption(String arguments, String words) {
    assertThat(CommandRun.of(arguments.split(" ", -1)).err()).contains(words);
    assertThat(new CommandRun.Setting().with("LANG", "zh_CN").run(arguments.split(" ", -1)).err())
        .doesNotContain("value", "option", "should");
  }

  /** It asked whether another server was running, or said only "null". */
  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.1", "[::"})
  void anAddressOfAnotherMachineIsCalledSo(String host) {
    CommandRun run = CommandRun.of("server", "--memory", "--port", "0", "--host", host);

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains(host + " is no address of this machine");
  }

  @Test
  void aPortInUseSaysWhatToDo() throws Exception {
    try (var socket = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(socket.getLocalPort());

      CommandRun run = CommandRun.of("server", "--memory", "--port", port);

      assertThat(run.exit()).isEqualTo(1);
      assertThat(run.err()).contains(port, "--port 0");
    }
  }
}
