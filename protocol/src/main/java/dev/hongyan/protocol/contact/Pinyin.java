// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.contact;

/**
 * How a Chinese name is spelled in Latin letters.
 *
 * @param initials first letters, upper case
 * @param full whole spelling
 */
public record Pinyin(String initials, String full) {

  /** None given. */
  public static final Pinyin NONE = new Pinyin("", "");
}
