// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import java.util.Optional;

/**
 * A message that someone wants to send.
 *
 * @param call the call of the protocol that brings it, empty if he types on his phone
 * @param clientId the id that his client gave it, empty if he types on his phone
 */
public record Draft(
    AccountId from, ChatId to, Content content, Optional<String> call, Optional<String> clientId) {

  /** Typed on the phone. */
  public static Draft typed(AccountId from, ChatId to, String text) {
    return fromPhone(from, to, new Content.Text(text));
  }

  /** Sent from the phone. */
  public static Draft fromPhone(AccountId from, ChatId to, Content content) {
    return new Draft(from, to, content, Optional.empty(), Optional.empty());
  }

  /** Sent by a web session through this call, with this client message id. */
  public static Draft sent(
      AccountId from, ChatId to, Content content, String call, String clientId) {
    return new Draft(from, to, content, Optional.of(call), Optional.of(clientId));
  }
}
