// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.output;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;

/**
 * Where the command reads and writes.
 *
 * @param isOutTerminal whether somebody looks at {@code out} as it comes
 * @param isErrTerminal the same of {@code err}
 */
public record Streams(
    InputStream in,
    PrintStream out,
    PrintStream err,
    boolean isOutTerminal,
    boolean isErrTerminal) {

  /**
   * Set by the script: which of {@code out} and {@code err} is a terminal, which Java can't tell.
   */
  private static final String TERMINALS = "hongyan.terminals";

  /** Those of this process. */
  public static Streams ofProcess() {
    List<String> terminals = List.of(System.getProperty(TERMINALS, "").split(",", -1));
    return new Streams(
        System.in, System.out, System.err, terminals.contains("out"), terminals.contains("err"));
  }
}
