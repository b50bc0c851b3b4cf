// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.demo;

import dev.hongyan.cli.output.Console;
import dev.hongyan.cli.output.JsonLine;
import java.time.Duration;

/** A step a line, and nothing else. */
public record JsonDemoScreen(Console console) implements DemoScreen {

  @Override
  public void begins(String server, Duration hold) {}

  @Override
  public void tries(String step) {}

  @Override
  public void shows(String step, boolean ok, Duration took, String detail) {
    console.data(
        JsonLine.of(json -> {
          json.writeStringProperty("step", step);
          json.writeBooleanProperty("ok", ok);
          json.writeNumberProperty("ms", took.toMillis());
          json.writeStringProperty("detail", detail);
        }));
  }

  @Override
  public void ends(int held, int steps, Duration took) {}
}
