// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.sync;

import dev.hongyan.client.message.Message;

/** Where messages go in the end. */
@FunctionalInterface
public interface MessageSink {

  /** Handles one message; what it throws is logged and counted, and the message is done with. */
  void handle(Message message) throws Exception;
}
