// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.contact;

import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.shape.Shape;

/**
 * The account itself as init tells it (protocol reference 4.4).
 *
 * @param hasPicture whether it has a picture of its own
 */
public record Self(
    long uin,
    UserName userName,
    Names names,
    String headImage,
    int sex,
    String signature,
    boolean hasPicture,
    int snsFlag) {

  /** Nobody. */
  public static final Self NONE = new Self(0, UserName.NONE, Names.NONE, "", 0, "", false, 0);

  /** On the wire. */
  public static final Shape<Self> SHAPE =
      new Shape<>(
          NONE,
          (f, s) -> {
            Names n = s.names;
            long uin = f.longNumber("Uin", s.uin);
            UserName userName = f.word("UserName", s.userName, UserName::new, UserName::value);
            String nickName = f.text("NickName", n.nickName());
            String headImage = f.text("HeadImgUrl", s.headImage);
            String remarkName = f.text("RemarkName", n.remarkName());
            String initials = f.text("PYInitial", n.pinyin().initials());
            String full = f.text("PYQuanPin", n.pinyin().full());
            f.constant("RemarkPYInitial", "");
            f.constant("RemarkPYQuanPin", "");
            f.constant("HideInputBarFlag", 0);
            f.constant("StarFriend", 0);
            int sex = f.number("Sex", s.sex);
            String signature = f.text("Signature", s.signature);
            f.constant("AppAccountFlag", 0);
            f.constant("VerifyFlag", 0);
            f.constant("ContactFlag", 0);
            f.constant("WebWxPluginSwitch", 0);
            boolean hasPicture = f.bit("HeadImgFlag", s.hasPicture);
            int snsFlag = f.number("SnsFlag", s.snsFlag);
            return new Self(
                uin,
                userName,
                new Names(nickName, remarkName, "", new Pinyin(initials, full), Pinyin.NONE),
                headImage,
                sex,
                signature,
                hasPicture,
                snsFlag);
          });

  /** The user name only: a picture's address ends in the session's key. */
  @Override
  public String toString() {
    return "self " + userName;
  }
}
