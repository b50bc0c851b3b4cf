// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.message;

import dev.hongyan.protocol.MessageId;
import dev.hongyan.protocol.Retcode;

/** What became of a message that was sent. */
public sealed interface SendOutcome {

  /**
   * The server has it.
   *
   * @param id the id by which the server knows it
   */
  record Sent(MessageId id) implements SendOutcome {}

  /**
   * The server said no, and saying it again will not help.
   *
   * @param retcode the number it gave (protocol reference 7.1)
   * @param text its words, often empty
   */
  record Refused(Retcode retcode, String text) implements SendOutcome {}

  /**
   * No answer came, so it may or may not have arrived. It was repeated with the same client message
   * id first; whether the live service recognises a repeated one is not known.
   */
  record Unknown() implements SendOutcome {}
}
