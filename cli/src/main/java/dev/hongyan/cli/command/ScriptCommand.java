// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.command;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * What the script {@code ./hongyan} does before there is a product: it is here to be in the help.
 */
@Command
final class ScriptCommand implements Runnable {

  private final Hongyan hongyan;

  @Parameters(arity = "0..*", paramLabel = "ARGUMENT", descriptionKey = "script-arguments")
  private List<String> arguments = List.of();

  ScriptCommand(Hongyan hongyan) {
    this.hongyan = hongyan;
  }

  @Override
  public void run() {
    throw new FailedException(Exit.USAGE, hongyan.texts().get("script-only", arguments.size()));
  }
}
