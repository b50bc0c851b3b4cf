// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

import dev.hongyan.protocol.UserName;

/** Messages as they were seen to arrive, with invented values. */
final class Arrived {

  private Arrived() {}

  static MessageKind kind(int type, String content) {
    return kind(item(type, 0, MediaFields.NONE), content);
  }

  static MessageKind app(int appType, MediaFields media, String content) {
    return kind(item(49, appType, media), content);
  }

  static MessageKind kind(MessageItem item, String content) {
    return MessageKind.of(item, content);
  }

  static MessageItem item(int type, int appType, MediaFields media) {
    return new MessageItem(
        Kinds.ID,
        Kinds.PEER,
        Kinds.SELF,
        type,
        "",
        3,
        Kinds.TIME,
        media,
        appType,
        StatusNote.NONE,
        Recommendation.NONE,
        0,
        "");
  }

  static MessageItem from(String sender, int type) {
    return new MessageItem(
        Kinds.ID,
        new UserName(sender),
        Kinds.SELF,
        type,
        "",
        3,
        Kinds.TIME,
        MediaFields.NONE,
        0,
        StatusNote.NONE,
        Recommendation.NONE,
        0,
        "");
  }

  static MediaFields file(String name, String size, String mediaId, String encoded) {
    return new MediaFields(1, 0, 0, name, size, mediaId, "", false, 0, 0, encoded);
  }

  static MediaFields link(String title, String url) {
    return new MediaFields(1, 0, 0, title, "", "", url, false, 0, 0, "");
  }

  static MediaFields size(int width, int height) {
    return new MediaFields(2, 0, 0, "", "", "", "", false, height, width, "");
  }
}
