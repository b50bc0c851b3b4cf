// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.contact;

/**
 * What somebody is like (protocol reference 4.2).
 *
 * @param sex 0 unknown, 1 male, 2 female
 * @param verifyFlag bits of protocol reference 4.9; 0 for people and rooms
 * @param star whether marked as favourite
 * @param attributes a large number per person, not unique; may exceed 32 bits
 * @param alias WeChat id, mostly empty
 * @param snsFlag bit 0: has an album
 * @param keyWord first three characters of the hidden id
 */
public record Traits(
    int sex,
    String signature,
    int verifyFlag,
    boolean star,
    long attributes,
    String province,
    String city,
    String alias,
    int snsFlag,
    String keyWord) {

  /** Bit of the verify flag that makes an official account. */
  private static final int BRAND = 8;

  /** Nothing known. */
  public static final Traits NONE = new Traits(0, "", 0, false, 0, "", "", "", 0, "");

  /** Whether this is an official account. */
  public boolean isOfficial() {
    return (verifyFlag & BRAND) != 0;
  }
}
