// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.identity;

/**
 * A trait by which people are known again, and how often it stays as it is from one login to the
 * next. The figures are estimates; that they serve is shown by {@code ./hongyan bench identity}.
 */
enum Feature {
  /** Permanent, where it is told (protocol reference 4.11). */
  UIN(0.9999),
  REAL_ID(0.9999),
  ALIAS(0.999),
  KEY_WORD(0.998),
  /** Ours to set, so it changes when we change it. */
  REMARK(0.97),
  NICK_NAME(0.93),
  PICTURE(0.88),
  ATTRIBUTES(0.9),
  SEX(0.995),
  PROVINCE(0.97),
  CITY(0.96),
  SIGNATURE(0.9),
  OWNED(0.98);

  /** How often somebody stays in a room, or a room keeps a member. */
  static final double KEEPS_COMPANY = 0.9;

  private final double keeps;

  Feature(double keeps) {
    this.keeps = keeps;
  }

  /** The probability that it is the same at the next login. */
  double keeps() {
    return keeps;
  }

  /** What it is; empty if it is not told. */
  String of(Portrait p) {
    return switch (this) {
      case UIN -> told(p.uin());
      case REAL_ID -> p.realId();
      case ALIAS -> p.alias();
      case KEY_WORD -> p.keyWord();
      case REMARK -> p.remarkName();
      case NICK_NAME -> p.nickName();
      case PICTURE -> told(p.picture());
      case ATTRIBUTES -> told(p.attributes());
      case SEX -> told(p.sex());
      case PROVINCE -> p.province();
      case CITY -> p.city();
      case SIGNATURE -> p.signature();
      case OWNED -> p.owned() ? "owned" : "";
    };
  }

  private static String told(long number) {
    return number == 0 ? "" : Long.toString(number);
  }

  /** Whether those who differ in it are different for certain. */
  boolean isPermanent() {
    return this == UIN || this == REAL_ID;
  }
}
