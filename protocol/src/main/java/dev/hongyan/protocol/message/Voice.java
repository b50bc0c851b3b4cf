// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

import dev.hongyan.protocol.wire.XmlContent;
import dev.hongyan.protocol.wire.XmlContent.Layout;
import java.time.Duration;

/**
 * Something spoken, fetched by the message's id as mp3 (protocol reference 3.21, 5.6).
 *
 * @param length milliseconds precision
 * @param size bytes as recorded, not as fetched; 0 if not told
 */
public record Voice(Duration length, long size) implements MessageKind {

  static final int TYPE = 34;

  static Voice read(MessageItem item, String content) {
    Voice told = new Voice(Duration.ofMillis(item.media().voiceLength()), 0);
    return xml("").read(WireText.xml(content), told).orElse(told);
  }

  Draft draft(WireStyle style, String sender) {
    return new Draft(TYPE).mediaContent(style, xml(sender).write(this)).voice(milliseconds());
  }

  private static XmlContent<Voice> xml(String sender) {
    return new XmlContent<>(
        "msg",
        Layout.SPACED,
        (f, v) ->
            f.within(
                "voicemsg",
                v,
                (e, w) -> {
                  e.constant("@endflag", 1);
                  e.constant("@cancelflag", 0);
                  e.constant("@forwardflag", 0);
                  e.constant("@voiceformat", 4);
                  int length = e.number("@voicelength", w.milliseconds());
                  long size = e.longNumber("@length", w.size);
                  e.constant("@bufid", "");
                  e.constant("@clientmsgid", "");
                  e.constant("@fromusername", sender);
                  return new Voice(Duration.ofMillis(length), size);
                }));
  }

  private int milliseconds() {
    return Math.clamp(length.toMillis(), 0, Integer.MAX_VALUE);
  }
}
