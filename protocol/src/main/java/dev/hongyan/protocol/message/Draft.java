// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

/** A message that is being written; what nobody sets stays as in a message without it. */
final class Draft {

  private static final int HAS_PICTURE = 2;

  private final int type;
  private int appType;
  private int subType;
  private int status = MessageItem.NONE.status();
  private String content = "";
  private String original = "";
  private boolean hasSpeaker = true;
  private StatusNote note = StatusNote.NONE;
  private Recommendation recommendation = Recommendation.NONE;
  private int imageStatus = MediaFields.NONE.imageStatus();
  private int voiceLength;
  private int playLength;
  private String fileName = "";
  private String fileSize = "";
  private String mediaId = "";
  private String url = "";
  private boolean isStoreSticker;
  private int height;
  private int width;
  private String encodedFileName = "";

  Draft(int type) {
    this.type = type;
  }

  /** Text or XML, not yet escaped. */
  Draft content(String plain) {
    return rawContent(WireText.encode(plain));
  }

  /** XML, or what stands in its place. */
  Draft mediaContent(WireStyle style, String xml) {
    return switch (style.media()) {
      case WireStyle.MediaContent.Xml() -> content(xml);
      case WireStyle.MediaContent.Opaque(String text) -> rawContent(text);
      case WireStyle.MediaContent.Empty() -> rawContent("");
    };
  }

  /** As on the wire. */
  Draft rawContent(String wire) {
    content = wire;
    return this;
  }

  Draft app(int number) {
    appType = number;
    return this;
  }

  Draft sub(int number) {
    subType = number;
    return this;
  }

  Draft status(int number) {
    status = number;
    return this;
  }

  Draft original(String xml) {
    original = xml;
    return this;
  }

  /** The service says it, not a member. */
  Draft withoutSpeaker() {
    hasSpeaker = false;
    return this;
  }

  Draft note(StatusNote value) {
    note = value;
    return this;
  }

  Draft recommendation(Recommendation value) {
    recommendation = value;
    return this;
  }

  Draft picture() {
    imageStatus = HAS_PICTURE;
    return this;
  }

  Draft voice(int milliseconds) {
    voiceLength = milliseconds;
    return this;
  }

  Draft play(int seconds) {
    playLength = seconds;
    return this;
  }

  Draft title(String plain) {
    fileName = WireText.encode(plain);
    return this;
  }

  Draft file(long size, String id, String encodedName) {
    fileSize = Long.toString(size);
    mediaId = id;
    encodedFileName = encodedName;
    return this;
  }

  Draft url(String plain) {
    url = WireText.encode(plain);
    return this;
  }

  Draft storeSticker(boolean value) {
    isStoreSticker = value;
    return this;
  }

  Draft size(int wide, int high) {
    width = wide;
    height = high;
    return this;
  }

  MessageItem item(Delivery delivery) {
    return new MessageItem(
        delivery.id(),
        delivery.from(),
        delivery.to(),
        type,
        hasSpeaker ? new RoomPrefix(delivery.speaker(), content).join() : content,
        status,
        delivery.created(),
        new MediaFields(
            imageStatus,
            voiceLength,
            playLength,
            fileName,
            fileSize,
            mediaId,
            url,
            isStoreSticker,
            height,
            width,
            encodedFileName),
        appType,
        note,
        recommendation,
        subType,
        original);
  }
}
