// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Holds docs/healing.md to the tests that it names, and to the faults that there are. */
@Timeout(60)
class HealingPageTest {

  private static final Path DOCS = Path.of("..", "docs");

  private static final Pattern NAMED = Pattern.compile("`(\\w+)\\.(\\w+)`");

  /** The first column of a table; what is not in a table's body has none. */
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (?!---)(.+?) \\|.*\\|$");

  private static final Pattern CODE = Pattern.compile("`([a-z-]+)`");

  @Test
  void everyTestThatIsNamedIsThere() throws IOException {
    List<String> named =
        NAMED.matcher(page("healing.md")).results().map(MatchResult::group).distinct().toList();

    assertThat(named).hasSizeGreaterThan(50).allMatch(HealingPageTest::isThere);
  }

  /** Test methods are the only ones in a test class that are neither private nor static. */
  private static boolean isThere(String named) {
    Matcher test = NAMED.matcher(named);
    return test.matches()
        && Pattern.compile("(?m)^  void " + test.group(2) + "\\(")
            .matcher(CoveragePageTest.TESTS.all().of(test.group(1)))
            .find();
  }

  @Test
  void everyRowNamesATest() throws IOException {
    assertThat(page("healing.md").lines())
        .filteredOn(line -> line.startsWith("| ") && !line.startsWith("| ---"))
        .filteredOn(line -> !line.endsWith("| tests |"))
        .allMatch(line -> NAMED.matcher(line).find() || line.endsWith("| the same |"));
  }

  @Test
  void everyKindOfFaultHasARow() throws IOException {
    List<String> kinds = words(page("server/faults.md").split("## Kinds", 2)[1]);
    String faults = page("healing.md").split("## Surprises", 2)[0];

    assertThat(kinds).hasSizeGreaterThan(15);
    assertThat(words(faults)).containsAll(kinds);
  }

  private static List<String> words(String tables) {
    return ROW.matcher(tables)
        .results()
        .flatMap((MatchResult row) -> CODE.matcher(row.group(1)).results())
        .map(word -> word.group(1))
        .distinct()
        .toList();
  }

  private static String page(String name) throws IOException {
    return Files.readString(DOCS.resolve(name));
  }
}
