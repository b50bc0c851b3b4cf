// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.benchmarks.codec;

import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.contact.Contact;
import dev.hongyan.protocol.contact.ContactFlags;
import dev.hongyan.protocol.contact.Member;
import dev.hongyan.protocol.contact.Names;
import dev.hongyan.protocol.contact.Pinyin;
import dev.hongyan.protocol.contact.Room;
import dev.hongyan.protocol.contact.Traits;
import java.util.List;

/** A contact and a member, read and written by hand. */
final class ContactByHand {

  private ContactByHand() {}

  static Contact read(Pull in) {
    long uin = 0;
    String userName = "";
    String nickName = "";
    String headImage = "";
    int flags = 0;
    int memberCount = 0;
    List<Member> members = List.of();
    String remarkName = "";
    int sex = 0;
    String signature = "";
    int verifyFlag = 0;
    String initials = "";
    String full = "";
    String remarkInitials = "";
    String remarkFull = "";
    boolean star = false;
    int statues = 0;
    long attributes = 0;
    String province = "";
    String city = "";
    String alias = "";
    int snsFlag = 0;
    String displayName = "";
    String keyWord = "";
    String encryptedId = "";
    boolean owned = false;
    while (in.next()) {
      switch (in.name()) {
        case "Uin" -> uin = in.number();
        case "UserName" -> userName = in.text();
        case "NickName" -> nickName = in.text();
        case "HeadImgUrl" -> headImage = in.text();
        case "ContactFlag" -> flags = in.int32();
        case "MemberCount" -> memberCount = in.int32();
        case "MemberList" -> members = in.list(ContactByHand::readMember);
        case "RemarkName" -> remarkName = in.text();
        case "Sex" -> sex = in.int32();
        case "Signature" -> signature = in.text();
        case "VerifyFlag" -> verifyFlag = in.int32();
        case "PYInitial" -> initials = in.text();
        case "PYQuanPin" -> full = in.text();
        case "RemarkPYInitial" -> remarkInitials = in.text();
        case "RemarkPYQuanPin" -> remarkFull = in.text();
        case "StarFriend" -> star = in.bit();
        case "Statues" -> statues = in.int32();
        case "AttrStatus" -> attributes = in.number();
        case "Province" -> province = in.text();
        case "City" -> city = in.text();
        case "Alias" -> alias = in.text();
        case "SnsFlag" -> snsFlag = in.int32();
        case "DisplayName" -> displayName = in.text();
        case "KeyWord" -> keyWord = in.text();
        case "EncryChatRoomId" -> encryptedId = in.text();
        case "IsOwner" -> owned = in.bit();
        default -> in.skip();
      }
    }
    return new Contact(
        uin,
        new UserName(userName),
        new Names(
            nickName,
            remarkName,
            displayName,
            new Pinyin(initials, full),
            new Pinyin(remarkInitials, remarkFull)),
        new Traits(
            sex, signature, verifyFlag, star, attributes, province, city, alias, snsFlag, keyWord),
        headImage,
        new ContactFlags(flags),
        new Room(memberCount, members, statues, encryptedId.equals("0") ? "" : encryptedId, owned));
  }

  static void write(Put out, Contact c) {
    Names n = c.names();
    Traits t = c.traits();
    Room r = c.room();
    out.number("Uin", c.uin());
    out.text("UserName", c.userName().value());
    out.text("NickName", n.nickName());
    out.text("HeadImgUrl", c.headImage());
    out.number("ContactFlag", c.flags().bits());
    out.number("MemberCount", r.memberCount());
    out.list("MemberList", r.members(), ContactByHand::writeMember);
    out.text("RemarkName", n.remarkName());
    out.number("HideInputBarFlag", 0);
    out.number("Sex", t.sex());
    out.text("Signature", t.signature());
    out.number("VerifyFlag", t.verifyFlag());
    out.number("OwnerUin", 0);
    out.text("PYInitial", n.pinyin().initials());
    out.text("PYQuanPin", n.pinyin().full());
    out.text("RemarkPYInitial", n.remarkPinyin().initials());
    out.text("RemarkPYQuanPin", n.remarkPinyin().full());
    out.bit("StarFriend", t.star());
    out.number("AppAccountFlag", 0);
    out.number("Statues", r.notices());
    out.number("AttrStatus", t.attributes());
    out.text("Province", t.province());
    out.text("City", t.city());
    out.text("Alias", t.alias());
    out.number("SnsFlag", t.snsFlag());
    out.number("UniFriend", 0);
    out.text("DisplayName", n.displayName());
    out.number("ChatRoomId", 0);
    out.text("KeyWord", t.keyWord());
    out.text("EncryChatRoomId", r.encryptedId());
    out.bit("IsOwner", r.isOwned());
  }

  static Member readMember(Pull in) {
    long uin = 0;
    String userName = "";
    String nickName = "";
    long attributes = 0;
    int status = 0;
    String displayName = "";
    String keyWord = "";
    while (in.next()) {
      switch (in.name()) {
        case "Uin" -> uin = in.number();
        case "UserName" -> userName = in.text();
        case "NickName" -> nickName = in.text();
        case "AttrStatus" -> attributes = in.number();
        case "MemberStatus" -> status = in.int32();
        case "DisplayName" -> displayName = in.text();
        case "KeyWord" -> keyWord = in.text();
        default -> in.skip();
      }
    }
    return new Member(
        uin, new UserName(userName), nickName, attributes, status, displayName, keyWord);
  }

  static void writeMember(Put out, Member m) {
    out.number("Uin", m.uin());
    out.text("UserName", m.userName().value());
    out.text("NickName", m.nickName());
    out.number("AttrStatus", m.attributes());
    out.text("PYInitial", "");
    out.text("PYQuanPin", "");
    out.text("RemarkPYInitial", "");
    out.text("RemarkPYQuanPin", "");
    out.number("MemberStatus", m.status());
    out.text("DisplayName", m.displayName());
    out.text("KeyWord", m.keyWord());
  }
}
