// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

import dev.hongyan.protocol.wire.XmlContent;
import dev.hongyan.protocol.wire.XmlContent.Layout;
import java.time.Duration;

/**
 * A video, fetched by the message's id as mp4 (protocol reference 3.22, 5.6); its first picture is
 * fetched as a picture's.
 *
 * @param length seconds precision
 * @param size bytes, 0 if not told
 * @param width of the first picture in pixels, 0 if not told
 * @param height of the first picture in pixels, 0 if not told
 * @param md5 of the bytes in hex, empty if not told
 * @param isShort whether it was taken within the chat, some seconds long
 */
public record Video(Duration length, long size, int width, int height, String md5, boolean isShort)
    implements MessageKind {

  static final int TYPE = 43;

  static final int SHORT_TYPE = 62;

  static Video read(MessageItem item, String content) {
    MediaFields media = item.media();
    Video told =
        new Video(
            Duration.ofSeconds(media.playLength()),
            0,
            media.imageWidth(),
            media.imageHeight(),
            "",
            item.type() == SHORT_TYPE);
    return xml("").read(WireText.xml(content), told).orElse(told);
  }

  Draft draft(WireStyle style, String sender) {
    return new Draft(isShort ? SHORT_TYPE : TYPE)
        .mediaContent(style, xml(sender).write(this))
        .picture()
        .play(seconds())
        .size(width, height);
  }

  private static XmlContent<Video> xml(String sender) {
    return new XmlContent<>(
        "msg",
        Layout.SPACED,
        (f, v) ->
            f.within(
                "videomsg",
                v,
                (e, w) -> {
                  e.constant("@aeskey", "");
                  e.constant("@cdnvideourl", "");
                  e.constant("@cdnthumburl", "");
                  long size = e.longNumber("@length", w.size);
                  int length = e.number("@playlength", w.seconds());
                  e.constant("@cdnthumblength", 0);
                  int width = e.number("@cdnthumbwidth", w.width);
                  int height = e.number("@cdnthumbheight", w.height);
                  e.constant("@fromusername", sender);
                  String md5 = e.text("@md5", w.md5);
                  return new Video(Duration.ofSeconds(length), size, width, height, md5, w.isShort);
                }));
  }

  private int seconds() {
    return Math.clamp(length.toSeconds(), 0, Integer.MAX_VALUE);
  }
}
