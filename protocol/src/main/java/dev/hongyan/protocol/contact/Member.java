// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.contact;

import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.shape.Shape;

/**
 * Someone inside a chat room (protocol reference 4.3).
 *
 * @param nickName our remark if the member is a friend with one, else his own name
 * @param displayName name within the room, often empty
 * @param status 3 or 4 in answers to adding people
 */
public record Member(
    long uin,
    UserName userName,
    String nickName,
    long attributes,
    int status,
    String displayName,
    String keyWord) {

  /** Nobody. */
  public static final Member NONE = new Member(0, UserName.NONE, "", 0, 0, "", "");

  /** On the wire. The pinyin members are always empty. */
  public static final Shape<Member> SHAPE =
      new Shape<>(
          NONE,
          (f, m) -> {
            long uin = f.longNumber("Uin", m.uin);
            UserName userName = f.word("UserName", m.userName, UserName::new, UserName::value);
            String nickName = f.text("NickName", m.nickName);
            long attributes = f.longNumber("AttrStatus", m.attributes);
            f.constant("PYInitial", "");
            f.constant("PYQuanPin", "");
            f.constant("RemarkPYInitial", "");
            f.constant("RemarkPYQuanPin", "");
            int status = f.number("MemberStatus", m.status);
            String displayName = f.text("DisplayName", m.displayName);
            String keyWord = f.text("KeyWord", m.keyWord);
            return new Member(uin, userName, nickName, attributes, status, displayName, keyWord);
          });

  /** A member with a name of his own and maybe one in the room. */
  public static Member of(UserName userName, String nickName, String displayName) {
    return new Member(0, userName, nickName, 0, 0, displayName, "");
  }

  /** The name to show within the room. */
  public String shownName() {
    return displayName.isEmpty() ? nickName : displayName;
  }
}
