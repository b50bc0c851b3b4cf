// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client;

import dev.hongyan.client.message.Message;
import dev.hongyan.client.message.TextMessage;
import dev.hongyan.protocol.message.MessageKind;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Who handles messages, in the order in which they asked to. */
final class Handlers {

  private final boolean answersOwner;
  private final List<MessageHandler> handlers = new CopyOnWriteArrayList<>();

  /**
   * Nobody yet.
   *
   * @param answersOwner whether texts are handled that the account itself writes on its phone
   */
  Handlers(boolean answersOwner) {
    this.answersOwner = answersOwner;
  }

  void forMessages(MessageHandler handler) {
    handlers.add(handler);
  }

  void forTexts(TextHandler handler) {
    handlers.add((chat, message) -> {
      if (message.kind() instanceof MessageKind.Text(String content)
          && (answersOwner || !message.sender().isSelf())) {
        handler.handle(chat, new TextMessage(message, content));
      }
    });
  }

  /** Lets each have it, also when one before has failed; the first failure is thrown at the end. */
  void handle(Chat chat, Message message) throws Exception {
    Failures failures = new Failures();
    for (MessageHandler handler : handlers) {
      try {
        handler.handle(chat, message);
      } catch (InterruptedException e) {
        throw e;
      } catch (Exception e) {
        failures.add(e);
      }
    }
    failures.throwFirst();
  }
}
