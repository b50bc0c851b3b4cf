// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.server.world.Breach;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The table of violations says what the server can say: each code, in its order, with its level.
 */
@Timeout(30)
class ViolationCodesTest {

  private static final Pattern ROW =
      Pattern.compile("^\\| `(?<code>[a-z-]+)` \\| (?<level>error|warning) \\|", Pattern.MULTILINE);

  @Test
  void areThoseOfTheTable() throws IOException {
    String table = Files.readString(Path.of("../docs/server/violations.md"));

    List<String> rows =
        ROW.matcher(table)
            .results()
            .map(row -> row.group("code") + " " + row.group("level"))
            .toList();

    assertThat(rows)
        .containsExactlyElementsOf(
            Arrays.stream(Breach.values())
                .map(breach -> breach.code() + (breach.isError() ? " error" : " warning"))
                .toList());
  }
}
