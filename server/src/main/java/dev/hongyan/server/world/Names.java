// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import java.util.regex.Pattern;

/** The rule for short names, and a few more for what people may call themselves. */
final class Names {

  private static final Pattern SHORT = Pattern.compile("[a-z0-9-]{1,32}");

  /** Letters of one's own name for somebody (protocol reference 3.26). */
  static final int REMARK = 18;

  /** Longer than any nick name, signature or topic that the phone lets one type. */
  private static final int TEXT = 200;

  private Names() {}

  static String requireShort(String name) {
    if (!SHORT.matcher(name).matches()) {
      throw WorldException.illegal("a short name has 1 to 32 of a-z, 0-9 and -");
    }
    return name;
  }

  static String requireRemark(String remark) {
    if (letters(remark) > REMARK) {
      throw WorldException.illegal("remark", "has more than " + REMARK + " characters");
    }
    return remark;
  }

  /** How many letters a person counts: one from beyond the first plane is one. */
  static int letters(String text) {
    return text.codePointCount(0, text.length());
  }

  static String requireText(String what, String text) {
    if (text.length() > TEXT) {
      throw WorldException.illegal(what, "has more than " + TEXT + " characters");
    }
    return text;
  }
}
