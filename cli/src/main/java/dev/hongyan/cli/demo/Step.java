// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * One step of the life cycle.
 *
 * @param id its name, which programs rely on
 * @param act does it and checks it
 */
record Step(String id, Act act) {

  /** What is done in a step. */
  @FunctionalInterface
  interface Act {

    /**
     * Does it, and checks it against what the other side saw.
     *
     * @throws StepFailedException if they differ
     */
    Seen run() throws IOException, InterruptedException;
  }

  /**
   * What was seen.
   *
   * @param detail in the language of the person who looks
   * @param took as measured by the step itself; otherwise the whole step counts
   */
  record Seen(String detail, Optional<Duration> took) {

    static Seen of(String detail) {
      return new Seen(detail, Optional.empty());
    }

    static Seen of(String detail, Tap.Exchange exchange) {
      return new Seen(detail, Optional.of(exchange.took()));
    }
  }
}
