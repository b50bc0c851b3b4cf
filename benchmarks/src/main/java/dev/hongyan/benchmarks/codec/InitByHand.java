// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.benchmarks.codec;

import dev.hongyan.protocol.BaseRequest;
import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.Status;
import dev.hongyan.protocol.SyncKey;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.UserNames;
import dev.hongyan.protocol.contact.Contact;
import dev.hongyan.protocol.contact.Names;
import dev.hongyan.protocol.contact.Pinyin;
import dev.hongyan.protocol.contact.Self;
import dev.hongyan.protocol.sync.Init;
import dev.hongyan.protocol.sync.Subscription;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bodies of {@code webwxinit}, a reader and a writer for each. */
final class InitByHand {

  private static final String CALL = "webwxinit";

  private InitByHand() {}

  static BaseRequest readRequest(Body body) {
    return Pull.read(
        CALL,
        body.bytes(),
        in -> {
          @Nullable BaseRequest base = null;
          while (in.next()) {
            if (in.name().equals("BaseRequest")) {
              base = in.object(SessionByHand::readBase, BaseRequest.NONE);
            } else {
              in.skip();
            }
          }
          if (base == null) {
            throw in.malformed("BaseRequest", "is missing");
          }
          return base;
        });
  }

  static Body writeRequest(BaseRequest base) {
    return Put.compact()
        .body(base, (out, b) -> out.object("BaseRequest", b, SessionByHand::writeBase));
  }

  static Init.Reply readReply(Body body) {
    return Pull.read(CALL, body.bytes(), InitByHand::readReply);
  }

  private static Init.Reply readReply(Pull in) {
    @Nullable Status status = null;
    List<Contact> recent = List.of();
    SyncKey key = SyncKey.NONE;
    Self self = Self.NONE;
    String chats = "";
    String skey = "";
    long time = 0;
    List<Subscription> news = List.of();
    while (in.next()) {
      switch (in.name()) {
        case "BaseResponse" -> status = in.object(SessionByHand::readStatus, Status.OK);
        case "ContactList" -> recent = in.list(ContactByHand::read);
        case "SyncKey" -> key = in.object(SessionByHand::readKey, SyncKey.NONE);
        case "User" -> self = in.object(InitByHand::readSelf, Self.NONE);
        case "ChatSet" -> chats = in.text();
        case "SKey" -> skey = in.text();
        case "SystemTime" -> time = in.number();
        case "MPSubscribeMsgList" -> news = in.list(InitByHand::readSubscription);
        default -> in.skip();
      }
    }
    if (status == null) {
      throw in.malformed("BaseResponse", "is missing");
    }
    if (status.isOk() && !self.userName().isPresent()) {
      throw in.malformed("User.UserName", "is missing");
    }
    return new Init.Reply(
        status,
        recent,
        key,
        self,
        UserNames.split(chats),
        new Secret(skey),
        Instant.ofEpochSecond(Math.clamp(time, 0, 0xFFFF_FFFFL)),
        news);
  }

  static Body writeReply(Init.Reply reply) {
    return Put.service().body(reply, InitByHand::writeReply);
  }

  private static void writeReply(Put out, Init.Reply r) {
    out.object("BaseResponse", r.status(), SessionByHand::writeStatus);
    out.number("Count", r.recent().size());
    out.list("ContactList", r.recent(), ContactByHand::write);
    out.object("SyncKey", r.syncKey(), SessionByHand::writeKey);
    out.object("User", r.self(), InitByHand::writeSelf);
    out.text("ChatSet", r.chats().isEmpty() ? "" : UserNames.join(r.chats()) + ",");
    out.text("SKey", r.skey().value());
    out.number("ClientVersion", 0x17000122);
    out.number("SystemTime", r.serverTime().getEpochSecond());
    out.number("GrayScale", 1);
    out.number("InviteStartCount", 40);
    out.number("MPSubscribeMsgCount", r.news().size());
    out.list("MPSubscribeMsgList", r.news(), InitByHand::writeSubscription);
    out.number("ClickReportInterval", 600_000);
  }

  private static Self readSelf(Pull in) {
    long uin = 0;
    String userName = "";
    String nickName = "";
    String headImage = "";
    String remarkName = "";
    String initials = "";
    String full = "";
    int sex = 0;
    String signature = "";
    boolean hasPicture = false;
    int snsFlag = 0;
    while (in.next()) {
      switch (in.name()) {
        case "Uin" -> uin = in.number();
        case "UserName" -> userName = in.text();
        case "NickName" -> nickName = in.text();
        case "HeadImgUrl" -> headImage = in.text();
        case "RemarkName" -> remarkName = in.text();
        case "PYInitial" -> initials = in.text();
        case "PYQuanPin" -> full = in.text();
        case "Sex" -> sex = in.int32();
        case "Signature" -> signature = in.text();
        case "HeadImgFlag" -> hasPicture = in.bit();
        case "SnsFlag" -> snsFlag = in.int32();
        default -> in.skip();
      }
    }
    return new Self(
        uin,
        new UserName(userName),
        new Names(nickName, remarkName, "", new Pinyin(initials, full), Pinyin.NONE),
        headImage,
        sex,
        signature,
        hasPicture,
        snsFlag);
  }

  private static void writeSelf(Put out, Self s) {
    out.number("Uin", s.uin());
    out.text("UserName", s.userName().value());
    out.text("NickName", s.names().nickName());
    out.text("HeadImgUrl", s.headImage());
    out.text("RemarkName", s.names().remarkName());
    out.text("PYInitial", s.names().pinyin().initials());
    out.text("PYQuanPin", s.names().pinyin().full());
    out.text("RemarkPYInitial", "");
    out.text("RemarkPYQuanPin", "");
    out.number("HideInputBarFlag", 0);
    out.number("StarFriend", 0);
    out.number("Sex", s.sex());
    out.text("Signature", s.signature());
    out.number("AppAccountFlag", 0);
    out.number("VerifyFlag", 0);
    out.number("ContactFlag", 0);
    out.number("WebWxPluginSwitch", 0);
    out.bit("HeadImgFlag", s.hasPicture());
    out.number("SnsFlag", s.snsFlag());
  }

  private static Subscription readSubscription(Pull in) {
    String account = "";
    List<Subscription.Article> articles = List.of();
    long time = 0;
    String nickName = "";
    while (in.next()) {
      switch (in.name()) {
        case "UserName" -> account = in.text();
        case "MPArticleList" -> articles = in.list(InitByHand::readArticle);
        case "Time" -> time = in.number();
        case "NickName" -> nickName = in.text();
        default -> in.skip();
      }
    }
    return new Subscription(new UserName(account), articles, time, nickName);
  }

  private static void writeSubscription(Put out, Subscription s) {
    out.text("UserName", s.account().value());
    out.number("MPArticleCount", s.articles().size());
    out.list(
        "MPArticleList",
        s.articles(),
        (o, a) -> {
          o.text("Title", a.title());
          o.text("Digest", a.digest());
          o.text("Cover", a.cover());
          o.text("Url", a.url());
        });
    out.number("Time", s.time());
    out.text("NickName", s.nickName());
  }

  private static Subscription.Article readArticle(Pull in) {
    String title = "";
    String digest = "";
    String cover = "";
    String url = "";
    while (in.next()) {
      switch (in.name()) {
        case "Title" -> title = in.text();
        case "Digest" -> digest = in.text();
        case "Cover" -> cover = in.text();
        case "Url" -> url = in.text();
        default -> in.skip();
      }
    }
    return new Subscription.Article(title, digest, cover, url);
  }
}
