// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Percent-encoding as the web client does it. A plus sign is a plus sign in both directions:
 * session ids hold them and many clients leave them unencoded (protocol reference 6.5).
 */
public final class PercentCode {

  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.!~*'()";

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private PercentCode() {}

  /** Encodes all that is not unreserved. */
  public static String encode(String text) {
    return encode(text, UNRESERVED);
  }

  /** Encodes all that is neither letter nor digit, as the service does with file names. */
  public static String encodeStrictly(String text) {
    return encode(text, UNRESERVED.substring(0, 62));
  }

  private static String encode(String text, String untouched) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      if (b > 0 && untouched.indexOf(b) >= 0) {
        out.append((char) b);
      } else {
        HEX.toHexDigits(out.append('%'), b);
      }
    }
    return out.toString();
  }

  /**
   * Encodes only what cannot stand in a query at all, as the web client leaves login uuids and the
   * session's keys alone in places (protocol reference 6.5).
   */
  static String encodeSparingly(String text) {
    return encode(text, UNRESERVED + "@/:,;$=+?");
  }

  /** Leaves a query as it is, percent-encoding included, but for what no address can hold. */
  static String mend(String query) {
    return mend(query, UNRESERVED + "@/:,;$=+?&");
  }

  /** The same for one parameter's value. */
  static String mendValue(String value) {
    return mend(value, UNRESERVED + "@/:,;$=+?");
  }

  /** The same for a whole address, so that it is one and fits into a header. */
  public static String mendAddress(String address) {
    return mend(address, UNRESERVED + "@/:,;$=+?&#[]");
  }

  private static String mend(String query, String untouched) {
    StringBuilder out = new StringBuilder(query.length() + 16);
    for (int i = 0; i < query.length(); i++) {
      boolean escape =
          query.charAt(i) == '%'
              && i + 2 < query.length()
              && HexFormat.isHexDigit(query.charAt(i + 1))
              && HexFormat.isHexDigit(query.charAt(i + 2));
      int end = query.offsetByCodePoints(i, 1);
      out.append(escape ? "%" : encode(query.substring(i, end), untouched));
      i = end - 1;
    }
    return out.toString();
  }

  /** Decodes what is encoded properly and leaves the rest as it is. */
  public static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '%'
          && i + 2 < bytes.length
          && HexFormat.isHexDigit(bytes[i + 1])
          && HexFormat.isHexDigit(bytes[i + 2])) {
        out.write(HexFormat.fromHexDigit(bytes[i + 1]) << 4 | HexFormat.fromHexDigit(bytes[i + 2]));
        i += 2;
      } else {
        out.write(bytes[i]);
      }
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
