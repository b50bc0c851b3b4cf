// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Findings;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.MalformedReplyException;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.wire.ReplyCodec;
import dev.hongyan.protocol.wire.Unreadable;

/** A message as a text on one line, for whoever keeps it: the same JSON that a sync brings. */
public final class MessageJson {

  private static final ReplyCodec<MessageItem> CODEC = ReplyCodec.compactJson(MessageItem.SHAPE);

  private MessageJson() {}

  /** The message as a text. */
  public static String write(MessageItem item) {
    return CODEC.write(item).body().text();
  }

  /**
   * Reads what {@link #write} has written.
   *
   * @throws MalformedReplyException if it is no message
   */
  public static MessageItem read(String text) {
    try {
      return CODEC.read(new WebReply(200, Headers.NONE, Body.of(text)), Findings.IGNORED);
    } catch (Unreadable e) {
      throw new MalformedReplyException("webwxsync", "AddMsgList", "holds an unreadable message");
    }
  }
}
