// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.cli.command.Exit;
import dev.hongyan.cli.command.Hongyan;
import dev.hongyan.cli.output.Streams;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The page about the command line says what the program does. */
@Timeout(20)
class CommandLinePageTest {

  private static final String OF_EVERY_COMMAND = "Every command";

  private static final Pattern OPTION_ROW = Pattern.compile("(?m)^\\| `(--[a-z-]+( [A-Z]+)?)`");

  private static final Pattern CODE_ROW = Pattern.compile("(?m)^\\| (\\d+) \\| ([a-z ]+) \\|");

  private final Map<String, String> sections = sections();
  private final CommandLine line = commandLine();

  private static CommandLine commandLine() {
    var nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    var streams = new Streams(InputStream.nullInputStream(), nowhere, nowhere, false, false);
    return new Hongyan(Map.of(), streams).commandLine();
  }

  private static Map<String, String> sections() {
    try {
      Map<String, String> sections = new LinkedHashMap<>();
      String page = Files.readString(Path.of("..", "docs", "cli.md"));
      for (String section : page.split("(?m)^## ", -1)) {
        sections.put(section.lines().findFirst().orElse(""), section);
      }
      return sections;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void everyCommandHasItsSection() {
    List<String> commands =
        line.getSubcommands().keySet().stream().map(name -> "hongyan " + name).toList();

    assertThat(sections.keySet().stream().filter(name -> name.startsWith("hongyan ")))
        .containsExactlyInAnyOrderElementsOf(commands);
  }

  @Test
  void everyOptionIsInItsSection() {
    List<String> common = documented(OF_EVERY_COMMAND);
    line.getSubcommands()
        .forEach((name, command) ->
            assertThat(documented("hongyan " + name))
                .as(name)
                .containsExactlyInAnyOrderElementsOf(
                    options(command.getCommandSpec()).stream()
                        .filter(option -> !common.contains(option))
                        .toList()));
    assertThat(options(line.getCommandSpec())).containsAll(common);
  }

  @Test
  void everyExitCodeIsInTheTable() {
    List<String> documented =
        CODE_ROW
            .matcher(sections.getOrDefault("Exit codes", ""))
            .results()
            .map(row -> row.group(1) + " " + row.group(2).strip())
            .toList();

    assertThat(documented)
        .containsExactlyElementsOf(
            Arrays.stream(Exit.values())
                .map(exit -> exit.code() + " " + exit.name().toLowerCase(java.util.Locale.ROOT))
                .map(text -> text.replace('_', ' '))
                .toList());
  }

  @Test
  void everyOptionHasAHelpText() {
    List<CommandLine> commands = new ArrayList<>(line.getSubcommands().values());
    line.getSubcommands().values().forEach(c -> commands.addAll(c.getSubcommands().values()));
    for (CommandLine command : commands) {
      CommandSpec spec = command.getCommandSpec();
      assertThat(spec.usageMessage().description()).as(spec.qualifiedName()).isNotEmpty();
      assertThat(spec.options())
          .allSatisfy(option ->
              assertThat(option.description())
                  .as(spec.qualifiedName() + " " + option.longestName())
                  .isNotEmpty());
      assertThat(spec.positionalParameters())
          .allSatisfy(argument -> assertThat(argument.description()).isNotEmpty());
    }
  }

  private List<String> documented(String section) {
    return OPTION_ROW
        .matcher(sections.getOrDefault(section, ""))
        .results()
        .map((MatchResult row) -> row.group(1))
        .toList();
  }

  private static List<String> options(CommandSpec spec) {
    return spec.options().stream().map(CommandLinePageTest::shown).toList();
  }

  private static String shown(OptionSpec option) {
    String label = option.arity().max() > 0 ? " " + option.paramLabel() : "";
    return option.longestName() + label;
  }
}
