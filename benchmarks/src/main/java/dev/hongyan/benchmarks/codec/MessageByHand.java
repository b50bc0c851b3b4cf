// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.benchmarks.codec;

import dev.hongyan.protocol.MessageId;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.UserNames;
import dev.hongyan.protocol.message.MediaFields;
import dev.hongyan.protocol.message.MessageItem;
import dev.hongyan.protocol.message.Recommendation;
import dev.hongyan.protocol.message.StatusNote;
import java.time.Instant;

/** A message of a sync, read and written by hand. */
final class MessageByHand {

  private MessageByHand() {}

  static MessageItem read(Pull in) {
    long id = 0;
    long newId = 0;
    String from = "";
    String to = "";
    int type = 0;
    String content = "";
    int status = 3;
    int imageStatus = 1;
    long created = 0;
    int voiceLength = 0;
    int playLength = 0;
    String fileName = "";
    String fileSize = "";
    String mediaId = "";
    String url = "";
    int appType = 0;
    int noteCode = 0;
    String noteChats = "";
    Recommendation recommendation = Recommendation.NONE;
    boolean storeSticker = false;
    int imageHeight = 0;
    int imageWidth = 0;
    int subType = 0;
    String original = "";
    String encodedFileName = "";
    while (in.next()) {
      switch (in.name()) {
        case "MsgId" -> id = in.digits();
        case "FromUserName" -> from = in.text();
        case "ToUserName" -> to = in.text();
        case "MsgType" -> type = in.int32();
        case "Content" -> content = in.text();
        case "Status" -> status = in.int32();
        case "ImgStatus" -> imageStatus = in.int32();
        case "CreateTime" -> created = in.number();
        case "VoiceLength" -> voiceLength = in.int32();
        case "PlayLength" -> playLength = in.int32();
        case "FileName" -> fileName = in.text();
        case "FileSize" -> fileSize = in.text();
        case "MediaId" -> mediaId = in.text();
        case "Url" -> url = in.text();
        case "AppMsgType" -> appType = in.int32();
        case "StatusNotifyCode" -> noteCode = in.int32();
        case "StatusNotifyUserName" -> noteChats = in.text();
        case "RecommendInfo" ->
            recommendation = in.object(MessageByHand::readRecommendation, Recommendation.NONE);
        case "HasProductId" -> storeSticker = in.bit();
        case "ImgHeight" -> imageHeight = in.int32();
        case "ImgWidth" -> imageWidth = in.int32();
        case "SubMsgType" -> subType = in.int32();
        case "NewMsgId" -> newId = in.number();
        case "OriContent" -> original = in.text();
        case "EncryFileName" -> encodedFileName = in.text();
        default -> in.skip();
      }
    }
    return new MessageItem(
        new MessageId(id == 0 ? newId : id),
        new UserName(from),
        new UserName(to),
        type,
        content,
        status,
        Instant.ofEpochSecond(Math.clamp(created, 0, 0xFFFF_FFFFL)),
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
  }

  static void write(Put out, MessageItem m) {
    MediaFields media = m.media();
    out.digits("MsgId", m.id().value());
    out.text("FromUserName", m.from().value());
    out.text("ToUserName", m.to().value());
    out.number("MsgType", m.type());
    out.text("Content", m.content());
    out.number("Status", m.status());
    out.number("ImgStatus", media.imageStatus());
    out.number("CreateTime", m.created().getEpochSecond());
    out.number("VoiceLength", media.voiceLength());
    out.number("PlayLength", media.playLength());
    out.text("FileName", media.fileName());
    out.text("FileSize", media.fileSize());
    out.text("MediaId", media.mediaId());
    out.text("Url", media.url());
    out.number("AppMsgType", m.appType());
    out.number("StatusNotifyCode", m.note().code());
    out.text("StatusNotifyUserName", UserNames.join(m.note().chats()));
    out.object("RecommendInfo", m.recommendation(), MessageByHand::writeRecommendation);
    out.number("ForwardFlag", 0);
    out.object(
        "AppInfo",
        "",
        (o, none) -> {
          o.text("AppID", none);
          o.number("Type", 0);
        });
    out.bit("HasProductId", media.storeSticker());
    out.text("Ticket", "");
    out.number("ImgHeight", media.imageHeight());
    out.number("ImgWidth", media.imageWidth());
    out.number("SubMsgType", m.subType());
    out.number("NewMsgId", m.id().value());
    out.text("OriContent", m.original());
    out.text("EncryFileName", media.encodedFileName());
  }

  private static Recommendation readRecommendation(Pull in) {
    String userName = "";
    String nickName = "";
    String province = "";
    String city = "";
    String content = "";
    String signature = "";
    String alias = "";
    int scene = 0;
    int verifyFlag = 0;
    long attributes = 0;
    int sex = 0;
    String ticket = "";
    int opCode = 0;
    while (in.next()) {
      switch (in.name()) {
        case "UserName" -> userName = in.text();
        case "NickName" -> nickName = in.text();
        case "Province" -> province = in.text();
        case "City" -> city = in.text();
        case "Content" -> content = in.text();
        case "Signature" -> signature = in.text();
        case "Alias" -> alias = in.text();
        case "Scene" -> scene = in.int32();
        case "VerifyFlag" -> verifyFlag = in.int32();
        case "AttrStatus" -> attributes = in.number();
        case "Sex" -> sex = in.int32();
        case "Ticket" -> ticket = in.text();
        case "OpCode" -> opCode = in.int32();
        default -> in.skip();
      }
    }
    return new Recommendation(
        new UserName(userName),
        nickName,
        province,
        city,
        content,
        signature,
        alias,
        scene,
        verifyFlag,
        attributes,
        sex,
        new Secret(ticket),
        opCode);
  }

  private static void writeRecommendation(Put out, Recommendation r) {
    out.text("UserName", r.userName().value());
    out.text("NickName", r.nickName());
    out.number("QQNum", 0);
    out.text("Province", r.province());
    out.text("City", r.city());
    out.text("Content", r.content());
    out.text("Signature", r.signature());
    out.text("Alias", r.alias());
    out.number("Scene", r.scene());
    out.number("VerifyFlag", r.verifyFlag());
    out.number("AttrStatus", r.attributes());
    out.number("Sex", r.sex());
    out.text("Ticket", r.ticket().value());
    out.number("OpCode", r.opCode());
  }
}
