// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

/** A language in which the service writes its notes. */
public enum NoteLanguage {

  /** Clients match on these wordings. */
  CHINESE,

  /** Several are not recorded and worded by us (protocol reference 5.13). */
  ENGLISH;

  /**
   * The language of an account.
   *
   * @param code such as {@code zh_CN}; English for everything that is not Chinese
   */
  public static NoteLanguage of(String code) {
    return code.startsWith("zh") ? CHINESE : ENGLISH;
  }
}
