// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.endpoint;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** File names as messages carry them: every byte but letters and digits as %XX (6.5). */
final class EncodedNames {

  private EncodedNames() {}

  static String encode(String name) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      boolean plain = b > 0 && Character.isLetterOrDigit(b);
      encoded.append(plain ? String.valueOf((char) b) : String.format(Locale.ROOT, "%%%02X", b));
    }
    return encoded.toString();
  }
}
