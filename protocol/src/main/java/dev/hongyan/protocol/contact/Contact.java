// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.contact;

import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.shape.Shape;

/**
 * An entry of the address book: friend, official account, chat room, service, or a stranger from a
 * room (protocol reference 4.2).
 *
 * @param uin 0 for nearly everybody
 * @param headImage relative address of the picture
 * @param flags bits of protocol reference 4.8
 * @param room what only chat rooms have
 */
public record Contact(
    long uin,
    UserName userName,
    Names names,
    Traits traits,
    String headImage,
    ContactFlags flags,
    Room room) {

  /** Nobody. */
  public static final Contact NONE = of(UserName.NONE);

  /** On the wire: every member of protocol reference 4.2, always. */
  public static final Shape<Contact> SHAPE =
      new Shape<>(
          NONE,
          (f, c) -> {
            Names n = c.names;
            Traits t = c.traits;
            Room r = c.room;
            long uin = f.longNumber("Uin", c.uin);
            UserName userName =
                f.required().word("UserName", c.userName, UserName::new, UserName::value);
            String nickName = f.text("NickName", n.nickName());
            String headImage = f.text("HeadImgUrl", c.headImage);
            ContactFlags flags = new ContactFlags(f.number("ContactFlag", c.flags.bits()));
            int memberCount = f.number("MemberCount", r.memberCount());
            var members = f.list("MemberList", Member.SHAPE, r.members());
            String remarkName = f.text("RemarkName", n.remarkName());
            f.constant("HideInputBarFlag", 0);
            int sex = f.number("Sex", t.sex());
            String signature = f.text("Signature", t.signature());
            int verifyFlag = f.number("VerifyFlag", t.verifyFlag());
            f.constant("OwnerUin", 0);
            String initials = f.text("PYInitial", n.pinyin().initials());
            String full = f.text("PYQuanPin", n.pinyin().full());
            String remarkInitials = f.text("RemarkPYInitial", n.remarkPinyin().initials());
            String remarkFull = f.text("RemarkPYQuanPin", n.remarkPinyin().full());
            boolean star = f.bit("StarFriend", t.star());
            f.constant("AppAccountFlag", 0);
            int statues = f.number("Statues", r.notices());
            long attributes = f.longNumber("AttrStatus", t.attributes());
            String province = f.text("Province", t.province());
            String city = f.text("City", t.city());
            String alias = f.text("Alias", t.alias());
            int snsFlag = f.number("SnsFlag", t.snsFlag());
            f.constant("UniFriend", 0);
            String displayName = f.text("DisplayName", n.displayName());
            f.constant("ChatRoomId", 0);
            String keyWord = f.text("KeyWord", t.keyWord());
            String encryptedId = f.text("EncryChatRoomId", r.encryptedId());
            // Old answers have 0 for none (6.3).
            encryptedId = encryptedId.equals("0") ? "" : encryptedId;
            boolean owned = f.bit("IsOwner", r.isOwned());
            return new Contact(
                uin,
                userName,
                new Names(
                    nickName,
                    remarkName,
                    displayName,
                    new Pinyin(initials, full),
                    new Pinyin(remarkInitials, remarkFull)),
                new Traits(
                    sex,
                    signature,
                    verifyFlag,
                    star,
                    attributes,
                    province,
                    city,
                    alias,
                    snsFlag,
                    keyWord),
                headImage,
                flags,
                new Room(memberCount, members, statues, encryptedId, owned));
          });

  /** Somebody of whom nothing but the user name is known. */
  public static Contact of(UserName userName) {
    return new Contact(0, userName, Names.NONE, Traits.NONE, "", ContactFlags.NONE, Room.NONE);
  }

  /**
   * The name to show: remark, else room display name, else nick name; a room that has none goes by
   * its members (protocol reference 4.10).
   */
  public String shownName() {
    String name = names.shown();
    return name.isEmpty() && userName.isRoom() ? room.memberNames() : name;
  }

  /** What this is to an account of that name (protocol reference 4.10). */
  public ContactKind kind(UserName self) {
    if (userName.equals(self)) {
      return ContactKind.SELF;
    } else if (userName.isRoom()) {
      return ContactKind.ROOM;
    } else if (userName.isSpecial()) {
      return ContactKind.SPECIAL;
    } else if (traits.isOfficial()) {
      return ContactKind.OFFICIAL;
    }
    return flags.isContact() ? ContactKind.FRIEND : ContactKind.STRANGER;
  }

  /** The user name only: a picture's address ends in the session's key. */
  @Override
  public String toString() {
    return "contact " + userName;
  }
}
