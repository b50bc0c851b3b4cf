// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.message;

/** What became of a message that was sent. */
public sealed interface SendOutcome {

  /**
   * The server has it.
   *
   * @param messageId the id by which the server knows it
   */
  record Sent(String messageId) implements SendOutcome {}

  /**
   * The server said no, and saying it again will not help.
   *
   * @param code the number it gave (protocol reference 7.1)
   * @param text its words, often empty
   */
  record Refused(int code, String text) implements SendOutcome {}

  /**
   * No answer came, so it may or may not have arrived. It is repeated with the same client message
   * id for some minutes first; whether the live service recognises a repeated one is not known.
   */
  record Unknown() implements SendOutcome {}
}
