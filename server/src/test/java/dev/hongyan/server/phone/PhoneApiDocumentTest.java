// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.phone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.server.world.Breach;
import dev.hongyan.server.world.Switch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** docs/phone-api.md tells of every switch and every violation, and of none that is not there. */
@Timeout(30)
class PhoneApiDocumentTest {

  @Test
  void listsEveryViolationWithItsLevel() throws Exception {
    List<String> expected =
        Arrays.stream(Breach.values())
            .map(b -> "| `" + b.code() + "` | " + (b.isError() ? "error" : "warning") + " |")
            .toList();

    assertThat(rows("## Violations"))
        .map(row -> row.substring(0, row.indexOf('|', row.indexOf('|', 1) + 1) + 1))
        .containsExactlyElementsOf(expected);
  }

  @Test
  void listsEverySwitch() throws Exception {
    assertThat(rows("## Switches"))
        .map(row -> row.substring(3, row.indexOf('`', 3)))
        .containsExactlyElementsOf(Switch.ALL.stream().map(Switch::word).toList());
  }

  private static List<String> rows(String heading) throws Exception {
    return Files.readAllLines(Path.of("..", "docs", "phone-api.md")).stream()
        .dropWhile(line -> !line.equals(heading))
        .skip(1)
        .takeWhile(line -> !line.startsWith("## "))
        .filter(line -> line.startsWith("| `"))
        .toList();
  }
}
