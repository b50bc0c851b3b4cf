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

  /** It was never sent, and the server has not been asked to take it. */
  record NotSent(Reason reason) implements SendOutcome {

    /** Why not. */
    public enum Reason {
      /** The file is not there, or may not be read. */
      FILE_MISSING,
      /** The file is no longer the one that was handed in. */
      FILE_CHANGED,
      /** There is nothing in the file. */
      FILE_EMPTY,
      /** The file is larger than the service takes (protocol reference 9). */
      FILE_TOO_LARGE,
      /** The text is longer than the service can be hoped to take; send it in parts. */
      TEXT_TOO_LONG,
      /** The service cannot be given a message of this kind. */
      KIND_NOT_SENDABLE,
      /** What is to be forwarded cannot be fetched any more. */
      MEDIA_GONE,
      /** Nobody answered while the file was fetched or uploaded; another try may work. */
      NOT_UPLOADED
    }
  }

  /**
   * No answer came, so it may or may not have arrived. It was repeated with the same client message
   * id first; whether the live service recognises a repeated one is not known.
   */
  record Unknown() implements SendOutcome {}
}
