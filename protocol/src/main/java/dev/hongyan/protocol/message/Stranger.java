// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

import dev.hongyan.protocol.UserName;

/**
 * Somebody whom a message is about and who need not be a contact (protocol reference 4.5).
 *
 * @param userName as of this session
 * @param alias WeChat id, mostly empty
 * @param sex 0 unknown, 1 male, 2 female
 * @param verifyFlag bits of protocol reference 4.9; 0 for people
 */
public record Stranger(
    UserName userName,
    String nickName,
    String alias,
    String province,
    String city,
    String signature,
    int sex,
    int verifyFlag) {

  /** Bit of the verify flag that makes an official account. */
  private static final int BRAND = 8;

  /** Nobody. */
  public static final Stranger NONE = of(UserName.NONE);

  /** Whether this is an official account. */
  public boolean isOfficial() {
    return (verifyFlag & BRAND) != 0;
  }

  /** Somebody of whom nothing but the user name is known. */
  public static Stranger of(UserName userName) {
    return new Stranger(userName, "", "", "", "", "", 0, 0);
  }

  static Stranger of(Recommendation r) {
    return new Stranger(
        r.userName(),
        WireText.decode(r.nickName()),
        WireText.decode(r.alias()),
        WireText.decode(r.province()),
        WireText.decode(r.city()),
        WireText.decode(r.signature()),
        r.sex(),
        r.verifyFlag());
  }

  /** The user name only. */
  @Override
  public String toString() {
    return userName.toString();
  }
}
