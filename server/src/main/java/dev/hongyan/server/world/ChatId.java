// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

/** Whom or what one can write to: an account, or a chat room. */
public sealed interface ChatId permits AccountId, RoomId {

  /** The number; accounts and chat rooms have no number in common. */
  long value();
}
