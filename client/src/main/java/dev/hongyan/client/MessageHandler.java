// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client;

import dev.hongyan.client.message.Message;

/**
 * Handles messages. Those of one chat come one after the other, those of several chats at once,
 * each on a virtual thread: blocking is fine and holds up that chat only.
 *
 * <p>Each message comes once. If the process dies while a handler is at it, the message comes again
 * after the restart, marked as redelivered; what the handler sends through the client then is not
 * sent twice, as long as it sends the same messages in the same order.
 */
@FunctionalInterface
public interface MessageHandler {

  /**
   * Handles one message. What it throws is logged with the message's id, and the message is done
   * with; it does not come again.
   */
  void handle(Chat chat, Message message) throws Exception;
}
