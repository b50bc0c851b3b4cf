// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

/**
 * What an account shows to others.
 *
 * @param nickName as its owner chose it; may hold anything that Unicode has
 * @param spelling the nick name in Latin letters, syllables apart ({@code "wang xiao mei"}), empty
 *     where nobody knows: the server has no dictionary of pinyin
 * @param alias the WeChat id that its owner chose, mostly empty
 */
public record Profile(
    String nickName,
    String spelling,
    String alias,
    Sex sex,
    String signature,
    String province,
    String city) {

  /** A nick name and nothing else. */
  public static Profile of(String nickName) {
    return new Profile(nickName, "", "", Sex.UNKNOWN, "", "", "");
  }

  /** The same with another spelling. */
  public Profile spelled(String other) {
    return new Profile(nickName, other, alias, sex, signature, province, city);
  }

  /** The same with another alias. */
  public Profile aliased(String other) {
    return new Profile(nickName, spelling, other, sex, signature, province, city);
  }

  /** The same with another sex. */
  public Profile ofSex(Sex other) {
    return new Profile(nickName, spelling, alias, other, signature, province, city);
  }

  /** The same with another signature. */
  public Profile signed(String other) {
    return new Profile(nickName, spelling, alias, sex, other, province, city);
  }

  /** The same with another region. */
  public Profile from(String otherProvince, String otherCity) {
    return new Profile(nickName, spelling, alias, sex, signature, otherProvince, otherCity);
  }
}
