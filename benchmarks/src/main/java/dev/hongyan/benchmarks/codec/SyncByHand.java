// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.benchmarks.codec;

import dev.hongyan.protocol.BaseRequest;
import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.Status;
import dev.hongyan.protocol.SyncKey;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.contact.Contact;
import dev.hongyan.protocol.contact.ContactFlags;
import dev.hongyan.protocol.contact.Member;
import dev.hongyan.protocol.contact.Names;
import dev.hongyan.protocol.contact.Pinyin;
import dev.hongyan.protocol.contact.Room;
import dev.hongyan.protocol.contact.Traits;
import dev.hongyan.protocol.message.MessageItem;
import dev.hongyan.protocol.sync.ContactChange;
import dev.hongyan.protocol.sync.ContactGone;
import dev.hongyan.protocol.sync.ProfileChange;
import dev.hongyan.protocol.sync.Sync;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bodies of {@code webwxsync}, a reader and a writer for each. */
final class SyncByHand {

  private static final String CALL = "webwxsync";

  private SyncByHand() {}

  static Sync.Request readRequest(Body body) {
    return Pull.read(CALL, body.bytes(), SyncByHand::readRequest);
  }

  private static Sync.Request readRequest(Pull in) {
    @Nullable BaseRequest base = null;
    SyncKey key = SyncKey.NONE;
    while (in.next()) {
      switch (in.name()) {
        case "BaseRequest" -> base = in.object(SessionByHand::readBase, BaseRequest.NONE);
        case "SyncKey" -> key = in.object(SessionByHand::readKey, SyncKey.NONE);
        default -> in.skip();
      }
    }
    if (base == null) {
      throw in.malformed("BaseRequest", "is missing");
    }
    return new Sync.Request(base, Secret.NONE, key);
  }

  static Body writeRequest(Sync.Request request, long now) {
    return Put.compact()
        .body(
            request,
            (out, q) -> {
              out.object("BaseRequest", q.base(), SessionByHand::writeBase);
              out.object("SyncKey", q.syncKey(), SessionByHand::writeKey);
              out.number("rr", ~(int) now);
            });
  }

  static Sync.Reply readReply(Body body) {
    return Pull.read(CALL, body.bytes(), SyncByHand::readReply);
  }

  private static Sync.Reply readReply(Pull in) {
    @Nullable Status status = null;
    List<MessageItem> messages = List.of();
    List<ContactChange> changes = List.of();
    List<ContactGone> gone = List.of();
    ProfileChange profile = ProfileChange.NONE;
    boolean more = false;
    @Nullable SyncKey key = null;
    String skey = "";
    SyncKey check = SyncKey.NONE;
    while (in.next()) {
      switch (in.name()) {
        case "BaseResponse" -> status = in.object(SessionByHand::readStatus, Status.OK);
        case "AddMsgList" -> messages = in.list(MessageByHand::read);
        case "ModContactList" -> changes = in.list(SyncByHand::readChange);
        case "DelContactList" -> gone = in.list(SyncByHand::readGone);
        case "Profile" -> profile = in.object(SyncByHand::readProfile, ProfileChange.NONE);
        case "ContinueFlag" -> more = in.bit();
        case "SyncKey" -> key = in.object(SessionByHand::readKey, SyncKey.NONE);
        case "SKey" -> skey = in.text();
        case "SyncCheckKey" -> check = in.object(SessionByHand::readKey, SyncKey.NONE);
        default -> in.skip();
      }
    }
    if (status == null || (status.isOk() && key == null)) {
      throw in.malformed(status == null ? "BaseResponse" : "SyncKey", "is missing");
    }
    return new Sync.Reply(
        status,
        messages,
        changes,
        gone,
        profile,
        more,
        key == null ? SyncKey.NONE : key,
        new Secret(skey),
        check);
  }

  static Body writeReply(Sync.Reply reply) {
    return Put.service().body(reply, SyncByHand::writeReply);
  }

  private static void writeReply(Put out, Sync.Reply r) {
    out.object("BaseResponse", r.status(), SessionByHand::writeStatus);
    out.number("AddMsgCount", r.messages().size());
    out.list("AddMsgList", r.messages(), MessageByHand::write);
    out.number("ModContactCount", r.changes().size());
    out.list("ModContactList", r.changes(), SyncByHand::writeChange);
    out.number("DelContactCount", r.gone().size());
    out.list("DelContactList", r.gone(), SyncByHand::writeGone);
    out.number("ModChatRoomMemberCount", 0);
    out.list("ModChatRoomMemberList", List.<Member>of(), ContactByHand::writeMember);
    out.object("Profile", r.profile(), SyncByHand::writeProfile);
    out.bit("ContinueFlag", r.mayContinue());
    out.object("SyncKey", r.syncKey(), SessionByHand::writeKey);
    out.text("SKey", r.skey().value());
    if (r.checkKey().isPresent() || !r.syncKey().isPresent()) {
      out.object("SyncCheckKey", r.checkKey(), SessionByHand::writeKey);
    }
  }

  private static ContactChange readChange(Pull in) {
    String userName = "";
    String nickName = "";
    int sex = 0;
    boolean hasNewPicture = false;
    String alias = "";
    String owner = "";
    String headImage = "";
    int flags = 0;
    int memberCount = 0;
    List<Member> members = List.of();
    String signature = "";
    int verifyFlag = 0;
    String remarkName = "";
    int statues = 0;
    long attributes = 0;
    String province = "";
    String city = "";
    int snsFlag = 0;
    String keyWord = "";
    while (in.next()) {
      switch (in.name()) {
        case "UserName" -> userName = in.text();
        case "NickName" -> nickName = in.text();
        case "Sex" -> sex = in.int32();
        case "HeadImgUpdateFlag" -> hasNewPicture = in.bit();
        case "Alias" -> alias = in.text();
        case "ChatRoomOwner" -> owner = in.text();
        case "HeadImgUrl" -> headImage = in.text();
        case "ContactFlag" -> flags = in.int32();
        case "MemberCount" -> memberCount = in.int32();
        case "MemberList" -> members = in.list(ContactByHand::readMember);
        case "Signature" -> signature = in.text();
        case "VerifyFlag" -> verifyFlag = in.int32();
        case "RemarkName" -> remarkName = in.text();
        case "Statues" -> statues = in.int32();
        case "AttrStatus" -> attributes = in.number();
        case "Province" -> province = in.text();
        case "City" -> city = in.text();
        case "SnsFlag" -> snsFlag = in.int32();
        case "KeyWord" -> keyWord = in.text();
        default -> in.skip();
      }
    }
    return new ContactChange(
        new Contact(
            0,
            new UserName(userName),
            new Names(nickName, remarkName, "", Pinyin.NONE, Pinyin.NONE),
            new Traits(
                sex,
                signature,
                verifyFlag,
                false,
                attributes,
                province,
                city,
                alias,
                snsFlag,
                keyWord),
            headImage,
            new ContactFlags(flags),
            new Room(memberCount, members, statues, "", false)),
        new UserName(owner),
        hasNewPicture);
  }

  private static void writeChange(Put out, ContactChange change) {
    Contact c = change.contact();
    Traits t = c.traits();
    out.text("UserName", c.userName().value());
    out.text("NickName", c.names().nickName());
    out.number("Sex", t.sex());
    out.bit("HeadImgUpdateFlag", change.hasNewPicture());
    out.number("ContactType", 0);
    out.text("Alias", t.alias());
    out.text("ChatRoomOwner", change.owner().value());
    out.text("HeadImgUrl", c.headImage());
    out.number("ContactFlag", c.flags().bits());
    out.number("MemberCount", c.room().memberCount());
    out.list("MemberList", c.room().members(), ContactByHand::writeMember);
    out.number("HideInputBarFlag", 0);
    out.text("Signature", t.signature());
    out.number("VerifyFlag", t.verifyFlag());
    out.text("RemarkName", c.names().remarkName());
    out.number("Statues", c.room().notices());
    out.number("AttrStatus", t.attributes());
    out.text("Province", t.province());
    out.text("City", t.city());
    out.number("SnsFlag", t.snsFlag());
    out.text("KeyWord", t.keyWord());
  }

  private static ContactGone readGone(Pull in) {
    String userName = "";
    int flags = 0;
    while (in.next()) {
      switch (in.name()) {
        case "UserName" -> userName = in.text();
        case "ContactFlag" -> flags = in.int32();
        default -> in.skip();
      }
    }
    return new ContactGone(new UserName(userName), new ContactFlags(flags));
  }

  private static void writeGone(Put out, ContactGone gone) {
    out.text("UserName", gone.userName().value());
    out.number("ContactFlag", gone.flags().bits());
  }

  private static ProfileChange readProfile(Pull in) {
    int bits = 0;
    String nickName = "";
    int sex = 0;
    String alias = "";
    String headImage = "";
    String signature = "";
    while (in.next()) {
      switch (in.name()) {
        case "BitFlag" -> bits = in.int32();
        case "NickName" -> nickName = in.object(SyncByHand::readBuffer, "");
        case "Sex" -> sex = in.int32();
        case "Alias" -> alias = in.text();
        case "HeadImgUrl" -> headImage = in.text();
        case "Signature" -> signature = in.text();
        default -> in.skip();
      }
    }
    return new ProfileChange(bits, nickName, alias, sex, headImage, signature);
  }

  private static String readBuffer(Pull in) {
    String text = "";
    while (in.next()) {
      if (in.name().equals("Buff")) {
        text = in.text();
      } else {
        in.skip();
      }
    }
    return text;
  }

  private static void writeProfile(Put out, ProfileChange p) {
    out.number("BitFlag", p.bits());
    out.object("UserName", "", (o, text) -> o.text("Buff", text));
    out.object("NickName", p.nickName(), (o, text) -> o.text("Buff", text));
    out.number("BindUin", 0);
    out.object("BindEmail", "", (o, text) -> o.text("Buff", text));
    out.object("BindMobile", "", (o, text) -> o.text("Buff", text));
    out.number("Status", 0);
    out.number("Sex", p.sex());
    out.number("PersonalCard", 0);
    out.text("Alias", p.alias());
    out.number("HeadImgUpdateFlag", p.headImage().isEmpty() ? 0 : 1);
    out.text("HeadImgUrl", p.headImage());
    out.text("Signature", p.signature());
  }
}
