// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.demo;

import java.io.Serial;

/** What was seen is not what should have been. */
final class StepFailedException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  StepFailedException(String what) {
    super(what);
  }

  /**
   * Goes on only if this holds.
   *
   * @param otherwise what is wrong if it does not
   */
  static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new StepFailedException(otherwise);
    }
  }

  /** Goes on only if both sides see the same. */
  static void requireSame(String what, Object client, Object server) {
    require(
        client.equals(server), what + ": the client has " + client + ", but the server " + server);
  }
}
