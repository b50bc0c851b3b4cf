// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client;

import dev.hongyan.client.message.TextMessage;

/** Handles texts that others write, as a {@link MessageHandler} handles messages. */
@FunctionalInterface
public interface TextHandler {

  /** Handles one text. */
  void handle(Chat chat, TextMessage text) throws Exception;
}
