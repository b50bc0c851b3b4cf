// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

import dev.hongyan.protocol.MessageId;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.UserNames;
import dev.hongyan.protocol.shape.Shape;
import java.time.Instant;

/**
 * A message as a sync brings it (protocol reference 5.1).
 *
 * @param to the account, or the chat if the account is the sender
 * @param type kind of message, protocol reference 5.3
 * @param content per type, HTML-escaped, with the sender before it in rooms (5.2)
 * @param status 3 normal, 4 in recalls and some notes
 * @param created seconds precision
 * @param appType kind of app message, protocol reference 5.4
 * @param subType 48 if the text is a location
 * @param original unescaped XML of a location
 */
public record MessageItem(
    MessageId id,
    UserName from,
    UserName to,
    int type,
    String content,
    int status,
    Instant created,
    MediaFields media,
    int appType,
    StatusNote note,
    Recommendation recommendation,
    int subType,
    String original) {

  /** No message. */
  public static final MessageItem NONE =
      new MessageItem(
          MessageId.NONE,
          UserName.NONE,
          UserName.NONE,
          0,
          "",
          3,
          Instant.EPOCH,
          MediaFields.NONE,
          0,
          StatusNote.NONE,
          Recommendation.NONE,
          0,
          "");

  /** On the wire: every member, always. */
  public static final Shape<MessageItem> SHAPE =
      new Shape<>(
          NONE,
          (f, m) -> {
            MediaFields media = m.media;
            long id = f.digits("MsgId", m.id.value());
            UserName from = f.word("FromUserName", m.from, UserName::new, UserName::value);
            UserName to = f.word("ToUserName", m.to, UserName::new, UserName::value);
            int type = f.number("MsgType", m.type);
            String content = f.text("Content", m.content);
            int status = f.number("Status", m.status);
            int imageStatus = f.number("ImgStatus", media.imageStatus());
            Instant created = f.seconds("CreateTime", m.created);
            int voiceLength = f.number("VoiceLength", media.voiceLength());
            int playLength = f.number("PlayLength", media.playLength());
            String fileName = f.text("FileName", media.fileName());
            String fileSize = f.measure("FileSize", media.fileSize());
            String mediaId = f.text("MediaId", media.mediaId());
            String url = f.text("Url", media.url());
            int appType = f.number("AppMsgType", m.appType);
            int noteCode = f.number("StatusNotifyCode", m.note.code());
            String noteChats = f.text("StatusNotifyUserName", UserNames.join(m.note.chats()));
            Recommendation recommendation =
                f.object("RecommendInfo", Recommendation.SHAPE, m.recommendation);
            f.constant("ForwardFlag", 0);
            var ignored = f.object("AppInfo", AppInfo.SHAPE, AppInfo.NONE);
            boolean storeSticker = f.bit("HasProductId", media.storeSticker());
            f.constant("Ticket", "");
            int imageHeight = f.number("ImgHeight", media.imageHeight());
            int imageWidth = f.number("ImgWidth", media.imageWidth());
            int subType = f.number("SubMsgType", m.subType);
            long newId = f.longNumber("NewMsgId", m.id.value());
            String original = f.text("OriContent", m.original);
            String encodedFileName = f.text("EncryFileName", media.encodedFileName());
            return new MessageItem(
                new MessageId(id == 0 ? newId : id),
                from,
                to,
                type,
                content,
                status,
                created,
                new MediaFields(
                    imageStatus,
                    voiceLength,
                    playLength,
                    fileName,
                    fileSize,
                    mediaId,
                    url,
                    storeSticker,
                    imageHeight,
                    imageWidth,
                    encodedFileName),
                appType,
                new StatusNote(noteCode, UserNames.split(noteChats)),
                recommendation,
                subType,
                original);
          });

  /** The same in another place; what stands before the content stays. */
  MessageItem in(Delivery delivery) {
    return new MessageItem(
        delivery.id(),
        delivery.from(),
        delivery.to(),
        type,
        content,
        status,
        delivery.created(),
        media,
        appType,
        note,
        recommendation,
        subType,
        original);
  }

  /** Who to whom, and never what. */
  @Override
  public String toString() {
    return "message " + id + " of type " + type + " from " + from + " to " + to;
  }

  /** Nobody reads it. */
  private record AppInfo() {

    private static final AppInfo NONE = new AppInfo();

    private static final Shape<AppInfo> SHAPE =
        new Shape<>(
            NONE,
            (f, a) -> {
              f.constant("AppID", "");
              f.constant("Type", 0);
              return a;
            });
  }
}
