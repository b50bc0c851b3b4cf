// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.sync;

import dev.hongyan.protocol.shape.Fields;
import dev.hongyan.protocol.shape.Shape;

/**
 * A change of the account itself (protocol reference 3.11).
 *
 * @param bits 0 nothing, 190 changed
 * @param nickName empty keeps the old one
 */
public record ProfileChange(
    int bits, String nickName, String alias, int sex, String headImage, String signature) {

  /** Nothing changed. */
  public static final ProfileChange NONE = new ProfileChange(0, "", "", 0, "", "");

  /** Something changed. */
  public static final int CHANGED = 190;

  private static final Shape<String> BUFFER = new Shape<>("", (f, text) -> f.text("Buff", text));

  /** On the wire. */
  static final Shape<ProfileChange> SHAPE =
      new Shape<>(
          NONE,
          (f, p) -> {
            int bits = f.number("BitFlag", p.bits);
            constantBuffer(f, "UserName");
            String nickName = f.object("NickName", BUFFER, p.nickName);
            f.constant("BindUin", 0);
            constantBuffer(f, "BindEmail");
            constantBuffer(f, "BindMobile");
            f.constant("Status", 0);
            int sex = f.number("Sex", p.sex);
            f.constant("PersonalCard", 0);
            String alias = f.text("Alias", p.alias);
            f.constant("HeadImgUpdateFlag", p.headImage.isEmpty() ? 0 : 1);
            String headImage = f.text("HeadImgUrl", p.headImage);
            String signature = f.text("Signature", p.signature);
            return new ProfileChange(bits, nickName, alias, sex, headImage, signature);
          });

  private static void constantBuffer(Fields fields, String name) {
    var ignored = fields.object(name, BUFFER, "");
  }

  /** Whether anything changed. */
  public boolean isPresent() {
    return bits != 0;
  }

  /** Which fields only: a picture's address ends in the session's key. */
  @Override
  public String toString() {
    return "profile change " + bits;
  }
}
