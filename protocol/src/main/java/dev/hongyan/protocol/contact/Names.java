// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.contact;

/**
 * What somebody is called. Texts may hold emoji spans and HTML entities (protocol reference 4.2).
 *
 * @param nickName own name; a room's name
 * @param remarkName our note
 * @param displayName name within a room, mostly empty here
 * @param pinyin spelling of the nick name, to sort by
 * @param remarkPinyin spelling of the remark
 */
public record Names(
    String nickName, String remarkName, String displayName, Pinyin pinyin, Pinyin remarkPinyin) {

  /** No names. */
  public static final Names NONE = new Names("", "", "", Pinyin.NONE, Pinyin.NONE);

  /** Only a nick name. */
  public static Names of(String nickName) {
    return new Names(nickName, "", "", Pinyin.NONE, Pinyin.NONE);
  }

  /** The name to show: remark, else display name, else nick name. */
  public String shown() {
    if (!remarkName.isEmpty()) {
      return remarkName;
    }
    return displayName.isEmpty() ? nickName : displayName;
  }
}
