// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

/** What became of the wish to take a message back. */
public sealed interface RecallOutcome {

  /**
   * It is withdrawn, and everybody who has it is told.
   *
   * @param notice the message that tells it
   */
  record Recalled(MessageId notice) implements RecallOutcome {}

  /** It stays. */
  record Refused(Reason reason) implements RecallOutcome {}

  /** Why it stays. */
  enum Reason {
    /** There is no such message in that chat, or it is somebody else's. */
    NOT_OWN,
    /** It is older than {@link Recalls#LIMIT}. */
    TOO_OLD,
    /** The sender has left the room where he wrote it, or the other one is no contact any more. */
    CHAT_GONE,
    /** The account's phone has been away for too long. */
    PHONE_OFFLINE,
    /** Too often in too short a time. */
    TOO_FREQUENT
  }
}
