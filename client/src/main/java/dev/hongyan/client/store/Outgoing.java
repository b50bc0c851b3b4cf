// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.store;

import java.time.Instant;

/**
 * A message to be sent.
 *
 * @param clientId the id that we gave it; the same each time it is tried
 * @param session which session, see {@link SavedSession#id()}: the chat's name means nothing in
 *     another
 * @param chat to whom
 * @param content what
 * @param since when it was handed in
 */
public record Outgoing(
    String clientId, String session, String chat, OutgoingContent content, Instant since) {

  /** The id only: texts are people's words. */
  @Override
  public String toString() {
    return "outgoing " + clientId;
  }
}
