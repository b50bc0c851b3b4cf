// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.demo;

import dev.hongyan.cli.output.Console;
import dev.hongyan.cli.output.Paint;
import dev.hongyan.cli.output.Texts;
import java.time.Duration;
import java.util.Locale;

/** The steps for a person. */
public final class TextDemoScreen implements DemoScreen {

  private final Console console;
  private final Texts texts;
  private final Paint paint;

  /** A screen on this console. */
  public TextDemoScreen(Console console, Texts texts) {
    this.console = console;
    this.texts = texts;
    this.paint = console.paint();
  }

  @Override
  public void begins(String server, Duration hold) {
    console.data(paint.bold(texts.get("demo.title")));
    console.data(paint.dim(texts.get("demo.setting", server, hold.toSeconds())));
    console.data("");
  }

  @Override
  public void tries(String step) {
    console.progress("  … " + step);
  }

  @Override
  public void shows(String step, boolean ok, Duration took, String detail) {
    String mark = ok ? paint.green("✓") : paint.red("✗");
    String name = String.format(Locale.ROOT, "%-12s", step);
    String time = String.format(Locale.ROOT, "%6d ms", took.toMillis());
    console.data("  " + mark + " " + paint.bold(name) + " " + paint.dim(time) + "  " + detail);
  }

  @Override
  public void ends(int held, int steps, Duration took) {
    console.data("");
    String seconds = String.format(Locale.ROOT, "%.1f", took.toMillis() / 1000.0);
    if (held == steps) {
      console.data(paint.green(texts.get("demo.all-held", steps, seconds)));
      console.data(texts.get("demo.next"));
    } else {
      console.data(paint.red(texts.get("demo.not-held", held, steps)));
    }
  }
}
