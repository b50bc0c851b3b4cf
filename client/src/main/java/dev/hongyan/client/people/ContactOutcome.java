// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.people;

import dev.hongyan.protocol.Retcode;

/** What became of a wish about a person or a chat: a remark, a pin, a friend request. */
public sealed interface ContactOutcome {

  /** The server has done it; as far as it can be read again, the address book knows. */
  record Done() implements ContactOutcome {}

  /**
   * The server said no.
   *
   * @param retcode the number it gave (protocol reference 7.1)
   * @param text its words, often empty
   */
  record Refused(Retcode retcode, String text) implements ContactOutcome {}

  /** No answer came that makes sense, so it may or may not have been done. */
  record Unknown() implements ContactOutcome {}
}
