// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The picture of the demo in the README shows what the demo prints. {@code -Dhongyan.rewrite=true}
 * takes it anew; look at it before you commit it.
 */
@Timeout(120)
class DemoPictureTest {

  private static final Path PICTURE = Path.of("..", "docs", "demo.svg");

  private static final Pattern STEP = Pattern.compile("[✓✗]\\W+([a-z]+(-[a-z0-9]+)?)\\b");

  @Test
  void showsTheStepsOfTheDemo() throws IOException {
    CommandRun run = new CommandRun.Setting().onTerminal().run("demo");

    assertThat(run.exit()).as(run.out() + run.err()).isZero();
    if (Boolean.getBoolean("hongyan.rewrite")) {
      Files.writeString(PICTURE, TerminalSvg.of("./hongyan demo", run.out()));
    }
    String shown = Files.readString(PICTURE).replaceAll("<[^>]*>", " ");
    assertThat(steps(run.out().replaceAll("\u001b\\[[0-9;]*m", "")))
        .hasSize(15)
        .containsExactlyElementsOf(steps(shown));
    assertThat(shown).contains("All 15 steps held");
  }

  private static List<String> steps(String text) {
    return STEP.matcher(text).results().map(match -> match.group(1)).toList();
  }
}
