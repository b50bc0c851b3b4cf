// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

import dev.hongyan.protocol.shape.Fields;
import dev.hongyan.protocol.wire.XmlContent;
import dev.hongyan.protocol.wire.XmlContent.Layout;

/**
 * A picture, fetched by the message's id (protocol reference 3.20, 5.6).
 *
 * @param size bytes, 0 if not told
 * @param width pixels, 0 if not told, as mostly
 * @param height pixels, 0 if not told, as mostly
 * @param md5 of the bytes in hex, empty if not told
 */
public record Picture(long size, int width, int height, String md5) implements MessageKind {

  static final int TYPE = 3;

  private static final XmlContent<Picture> XML =
      new XmlContent<>(
          "msg",
          Layout.TIGHT,
          (f, p) -> {
            Picture read = f.within("img", p, Picture::image);
            f.constant("commenturl", "");
            return read;
          });

  private static Picture image(Fields f, Picture p) {
    long size = f.longNumber("@length", p.size);
    f.constant("@hdlength", 0);
    return new Picture(size, p.width, p.height, f.optionalText("@md5", p.md5));
  }

  static Picture read(MessageItem item, String content) {
    MediaFields media = item.media();
    Picture told = new Picture(0, media.imageWidth(), media.imageHeight(), "");
    return XML.read(WireText.xml(content), told).orElse(told);
  }

  Draft draft(WireStyle style) {
    return new Draft(TYPE).mediaContent(style, XML.write(this)).picture().size(width, height);
  }
}
