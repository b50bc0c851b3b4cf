// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Single elements of XML that others have glued together from texts. */
final class Markup {

  private static final Pattern ENTITY =
      Pattern.compile(
          "&(?:(?<name>lt|gt|amp|quot|apos)|#(?<number>\\d{1,7})|#[xX](?<hex>\\p{XDigit}{1,6}));");

  /** What XML has no form for. */
  private static final Pattern FORBIDDEN = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]");

  private static final String DATA = "<![CDATA[";
  private static final String DATA_END = "]]>";

  private Markup() {}

  /** A text as the content of an element. */
  static String escape(String text) {
    return FORBIDDEN
        .matcher(text)
        .replaceAll("")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }

  /** The content of the first element of this name, empty if there is none. */
  static String element(String xml, String name) {
    String open = "<" + name + ">";
    int start = xml.indexOf(open);
    int end = start < 0 ? -1 : xml.indexOf("</" + name + ">", start);
    if (end < 0) {
      return "";
    }
    String content = xml.substring(start + open.length(), end);
    String data = content.strip();
    return data.startsWith(DATA) && data.endsWith(DATA_END)
        ? data.substring(DATA.length(), data.length() - DATA_END.length())
        : ENTITY.matcher(content).replaceAll(m -> Matcher.quoteReplacement(character(m)));
  }

  private static String character(MatchResult entity) {
    String name = entity.group("name");
    if (name != null) {
      return switch (name) {
        case "lt" -> "<";
        case "gt" -> ">";
        case "amp" -> "&";
        case "quot" -> "\"";
        default -> "'";
      };
    }
    String number = entity.group("number");
    int point =
        number == null ? Integer.parseInt(entity.group("hex"), 16) : Integer.parseInt(number);
    return Character.isValidCodePoint(point) ? Character.toString(point) : entity.group();
  }
}
