// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.message;

import dev.hongyan.protocol.Retcode;

/** What became of the wish to take a message back. */
public sealed interface RecallOutcome {

  /** Nobody sees it any more. */
  record Recalled() implements RecallOutcome {}

  /**
   * The server said no: mostly because two minutes have passed.
   *
   * @param retcode the number it gave (protocol reference 7.1)
   * @param text its words, often empty
   */
  record Refused(Retcode retcode, String text) implements RecallOutcome {}

  /** No answer came, so it may or may not have been taken back. */
  record Unknown() implements RecallOutcome {}
}
