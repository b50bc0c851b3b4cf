// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the guides show as Java is what is compiled and run here. */
@Timeout(30)
class GuidesTest {

  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Path EXAMPLES = Path.of("src/test/java/dev/hongyan/system/example");

  @Test
  void testkitShowsWhatRuns() throws IOException {
    List<String> shown =
        JAVA.matcher(Files.readString(Path.of("../docs/testkit.md")))
            .results()
            .map((MatchResult block) -> block.group(1))
            .toList();

    assertThat(shown).hasSize(3).allSatisfy(code -> assertThat(examples()).anyMatch(code::equals));
  }

  @Test
  void clientShowsWhatRuns() throws IOException {
    List<String> shown =
        JAVA.matcher(Files.readString(Path.of("../docs/client.md")))
            .results()
            .map((MatchResult block) -> block.group(1).strip())
            .toList();

    assertThat(shown)
        .hasSize(2)
        .allSatisfy(code -> assertThat(examples()).anyMatch(all -> holds(all, code)));
  }

  /** Whether this is a part of it, however deep it stands there. */
  private static boolean holds(String all, String part) {
    return all.lines()
        .map(String::strip)
        .collect(Collectors.joining("\n"))
        .contains(part.lines().map(String::strip).collect(Collectors.joining("\n")));
  }

  /** From the first annotation on: without licence, package and imports. */
  private static List<String> examples() throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      return files.map(GuidesTest::code).toList();
    }
  }

  private static String code(Path file) {
    try {
      String all = Files.readString(file);
      return all.substring(Math.max(0, all.indexOf("\n@") + 1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
