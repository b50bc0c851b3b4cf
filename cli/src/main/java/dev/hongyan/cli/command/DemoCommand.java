// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.command;

import dev.hongyan.cli.demo.Demo;
import dev.hongyan.cli.demo.DemoScreen;
import dev.hongyan.cli.demo.JsonDemoScreen;
import dev.hongyan.cli.demo.TextDemoScreen;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Shows a whole session, step by step. */
@Command(name = "demo")
final class DemoCommand implements Callable<Integer> {

  private final Hongyan hongyan;

  DemoCommand(Hongyan hongyan) {
    this.hongyan = hongyan;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    DemoScreen screen =
        hongyan.isJson()
            ? new JsonDemoScreen(hongyan.console())
            : new TextDemoScreen(hongyan.console(), hongyan.texts());
    try (StopSignal _ = StopSignal.interruptsMe(hongyan.time())) {
      Demo demo = new Demo(screen, hongyan.texts(), hongyan.time(), hongyan.randomness());
      return (demo.run() ? Exit.DONE : Exit.UNEXPECTED).code();
    }
  }
}
