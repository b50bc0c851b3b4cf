// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

import dev.hongyan.protocol.MessageId;
import dev.hongyan.protocol.shape.Fields;
import dev.hongyan.protocol.wire.XmlContent;
import dev.hongyan.protocol.wire.XmlContent.Layout;
import java.util.Optional;

/**
 * Somebody takes a message back (protocol reference 5.13).
 *
 * @param recalled which; none means the account's own last one in this chat
 * @param text what phones show in its place
 * @param chatId real id of the chat, no user name
 */
public record Recall(MessageId recalled, String text, String chatId) implements MessageKind {

  static final int TYPE = 10002;

  private static final int STATUS = 4;

  private static final Recall NOTHING = new Recall(MessageId.NONE, "", "");

  private static final XmlContent<Recall> XML =
      new XmlContent<>(
          "sysmsg",
          Layout.PAIRED,
          (f, r) -> {
            f.constant("@type", "revokemsg");
            return f.required().within("revokemsg", r, Recall::members);
          });

  private static Recall members(Fields f, Recall r) {
    String chatId = f.text("session", r.chatId);
    // The phone's own number for it, of 32 bits.
    f.constant("oldmsgid", (int) r.recalled.value() & Integer.MAX_VALUE);
    long id = f.longNumber("msgid", r.recalled.value());
    return new Recall(new MessageId(id), f.verbatimText("replacemsg", r.text), chatId);
  }

  /** Other orders of the service to its clients are none of ours. */
  static Optional<Recall> read(String content) {
    return XML.read(WireText.xml(content), NOTHING);
  }

  Draft draft() {
    return new Draft(TYPE).status(STATUS).content(XML.write(this)).withoutSpeaker();
  }

  /** Which, and never the words. */
  @Override
  public String toString() {
    return "recall of " + recalled;
  }
}
