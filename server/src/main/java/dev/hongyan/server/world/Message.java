// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import java.time.Instant;
import java.util.Optional;

/**
 * One message as the world keeps it, once, whoever received it.
 *
 * @param call the call of the protocol that brought it, empty if it came from a phone
 * @param clientId the sender's own id of it, empty if it came from a phone
 */
public record Message(
    MessageId id,
    AccountId from,
    ChatId to,
    Content content,
    Instant time,
    Optional<String> call,
    Optional<String> clientId) {

  /** The chat that somebody finds it in who has it. */
  ChatId chatOf(AccountId holder) {
    return to instanceof RoomId || from.equals(holder) ? to : from;
  }
}
