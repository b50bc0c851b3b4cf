// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

/** What a client can send (protocol reference 3.17), one record for each call that sends. */
public sealed interface OutgoingMessage
    permits OutgoingText, OutgoingPicture, OutgoingVideo, OutgoingEmoticon, OutgoingFile {

  /** From whom to whom. */
  Envelope envelope();
}
