// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.command;

import java.io.IOException;
import java.nio.file.Path;

/** Fills a spool from its own input, and never comes to the end of it: it is to be killed. */
final class SpoolProcess {

  private SpoolProcess() {}

  /** Argument: the folder. Says a line when something has come. */
  public static void main(String[] arguments) throws IOException {
    var ignored =
        Spool.fill(
            Path.of(arguments[0]),
            "in.txt",
            System.in,
            100_000,
            (lines, bytes) -> System.out.println(bytes + " bytes"));
  }
}
