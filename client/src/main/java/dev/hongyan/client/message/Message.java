// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.message;

import dev.hongyan.protocol.MessageId;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.message.MessageItem;
import dev.hongyan.protocol.message.MessageKind;
import java.time.Instant;

/**
 * A message that has arrived. It is data and does nothing; the chat that comes with it acts.
 *
 * @param id the server's id for it
 * @param chat the conversation: a person, a room or a special account
 * @param sender who wrote it
 * @param time when, to the second
 * @param kind what it is
 * @param item all that arrived, for what the kind does not tell
 * @param isRedelivered whether a handler had begun with it when the process ended, so that it may
 *     see it for the second time
 */
public record Message(
    MessageId id,
    UserName chat,
    Sender sender,
    Instant time,
    MessageKind kind,
    MessageItem item,
    boolean isRedelivered) {

  /** The id and who is involved: contents are people's words. */
  @Override
  public String toString() {
    return "message " + id + " in " + chat;
  }
}
