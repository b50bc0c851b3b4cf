// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.sync;

import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.contact.Contact;
import dev.hongyan.protocol.contact.ContactFlags;
import dev.hongyan.protocol.contact.Member;
import dev.hongyan.protocol.contact.Names;
import dev.hongyan.protocol.contact.Pinyin;
import dev.hongyan.protocol.contact.Room;
import dev.hongyan.protocol.contact.Traits;
import dev.hongyan.protocol.shape.Shape;

/**
 * A contact or room that was added or has changed; smaller than a {@link Contact} (protocol
 * reference 4.6).
 *
 * @param contact what the change tells; what it does not tell is neutral
 * @param owner owner of a room
 * @param hasNewPicture whether the picture changed
 */
public record ContactChange(Contact contact, UserName owner, boolean hasNewPicture) {

  /** On the wire. */
  static final Shape<ContactChange> SHAPE =
      new Shape<>(
          new ContactChange(Contact.NONE, UserName.NONE, false),
          (f, change) -> {
            Contact c = change.contact;
            Traits t = c.traits();
            UserName userName =
                f.required().word("UserName", c.userName(), UserName::new, UserName::value);
            String nickName = f.text("NickName", c.names().nickName());
            int sex = f.number("Sex", t.sex());
            boolean hasNewPicture = f.bit("HeadImgUpdateFlag", change.hasNewPicture);
            f.constant("ContactType", 0);
            String alias = f.text("Alias", t.alias());
            UserName owner = f.word("ChatRoomOwner", change.owner, UserName::new, UserName::value);
            String headImage = f.text("HeadImgUrl", c.headImage());
            int flags = f.number("ContactFlag", c.flags().bits());
            int memberCount = f.number("MemberCount", c.room().memberCount());
            var members = f.list("MemberList", Member.SHAPE, c.room().members());
            f.constant("HideInputBarFlag", 0);
            String signature = f.text("Signature", t.signature());
            int verifyFlag = f.number("VerifyFlag", t.verifyFlag());
            String remarkName = f.text("RemarkName", c.names().remarkName());
            int notify = f.number("Statues", c.room().notices());
            long attributes = f.longNumber("AttrStatus", t.attributes());
            String province = f.text("Province", t.province());
            String city = f.text("City", t.city());
            int snsFlag = f.number("SnsFlag", t.snsFlag());
            String keyWord = f.text("KeyWord", t.keyWord());
            return new ContactChange(
                new Contact(
                    0,
                    userName,
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
                    new Room(memberCount, members, notify, "", false)),
                owner,
                hasNewPicture);
          });
}
