// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

import dev.hongyan.protocol.shape.Fields;
import dev.hongyan.protocol.wire.XmlContent;
import dev.hongyan.protocol.wire.XmlContent.Layout;

/**
 * A sticker, moving or not, fetched as a picture (protocol reference 5.7).
 *
 * @param md5 by which it is sent again, empty if not told
 * @param size bytes, 0 if not told
 * @param width pixels, 0 if not told
 * @param height pixels, 0 if not told
 * @param isFromStore whether it is the store's, so that there is no picture to be had
 * @param dice what the dice show, 1 to 6; 0 if it is no dice (not seen on the web, known from
 *     phones)
 */
public record Emoticon(String md5, long size, int width, int height, boolean isFromStore, int dice)
    implements MessageKind {

  static final int TYPE = 47;

  /** What phones write in {@code gameext} for dice. */
  private static final int DICE = 2;

  /** Dice show this less than what phones write. */
  private static final int DICE_OFFSET = 3;

  /** Without a content there is no picture either. */
  static Emoticon read(MessageItem item, String content) {
    MediaFields media = item.media();
    boolean isFromStore = media.storeSticker() || content.isEmpty();
    Emoticon told = new Emoticon("", 0, media.imageWidth(), media.imageHeight(), isFromStore, 0);
    return xml("").read(WireText.xml(content), told).orElse(told);
  }

  Draft draft(String sender) {
    return new Draft(TYPE)
        .content(isFromStore ? "" : xml(sender).write(this))
        .picture()
        .storeSticker(isFromStore)
        .size(width, height);
  }

  private static XmlContent<Emoticon> xml(String sender) {
    return new XmlContent<>(
        "msg",
        Layout.PAIRED,
        (f, v) -> {
          Emoticon emoji =
              f.within(
                  "emoji",
                  v,
                  (e, w) -> {
                    e.constant("@fromusername", sender);
                    e.constant("@tousername", "");
                    e.constant("@type", 2);
                    e.constant("@idbuffer", "media:0_0");
                    String md5 = e.text("@md5", w.md5);
                    long size = e.longNumber("@len", w.size);
                    e.constant("@productid", "");
                    e.constant("@cdnurl", "");
                    int width = e.number("@width", w.width);
                    int height = e.number("@height", w.height);
                    return new Emoticon(md5, size, width, height, w.isFromStore, w.dice);
                  });
          return f.within("gameext", emoji, (e, w) -> w.withDice(game(e, w.dice)));
        });
  }

  private static int game(Fields f, int dice) {
    int type = f.number("@type", dice == 0 ? 0 : DICE);
    int shown = f.number("@content", dice == 0 ? 0 : dice + DICE_OFFSET) - DICE_OFFSET;
    return type == DICE && shown >= 1 && shown <= 6 ? shown : 0;
  }

  private Emoticon withDice(int shown) {
    return new Emoticon(md5, size, width, height, isFromStore, shown);
  }
}
