// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.shape.Shape;

/**
 * Somebody recommended or asking, in friend requests and contact cards; empty in every other
 * message (protocol reference 4.5).
 *
 * @param content the greeting
 * @param scene how they found the account: 3 by id, 14 from a room, 17 from a card
 * @param attributes kept below 2^31 by our server: one client reads 32 bits (protocol reference
 *     8.3)
 * @param ticket what accepting needs
 */
public record Recommendation(
    UserName userName,
    String nickName,
    String province,
    String city,
    String content,
    String signature,
    String alias,
    int scene,
    int verifyFlag,
    long attributes,
    int sex,
    Secret ticket,
    int opCode) {

  /** Nobody. */
  public static final Recommendation NONE =
      new Recommendation(UserName.NONE, "", "", "", "", "", "", 0, 0, 0, 0, Secret.NONE, 0);

  /** On the wire. */
  public static final Shape<Recommendation> SHAPE =
      new Shape<>(
          NONE,
          (f, r) -> {
            UserName userName = f.word("UserName", r.userName, UserName::new, UserName::value);
            String nickName = f.text("NickName", r.nickName);
            f.constant("QQNum", 0);
            return new Recommendation(
                userName,
                nickName,
                f.text("Province", r.province),
                f.text("City", r.city),
                f.text("Content", r.content),
                f.text("Signature", r.signature),
                f.text("Alias", r.alias),
                f.number("Scene", r.scene),
                f.number("VerifyFlag", r.verifyFlag),
                f.longNumber("AttrStatus", r.attributes),
                f.number("Sex", r.sex),
                f.word("Ticket", r.ticket, Secret::new, Secret::value),
                f.number("OpCode", r.opCode));
          });

  /** Who, and never what they say. */
  @Override
  public String toString() {
    return "recommendation of " + userName;
  }
}
