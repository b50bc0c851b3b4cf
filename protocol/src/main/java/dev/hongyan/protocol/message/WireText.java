// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts as messages and names carry them: HTML-escaped once, line breaks as {@code <br/>}, emoji as
 * spans (protocol reference 5.5, 5.12).
 */
public final class WireText {

  private static final Pattern EMOJI =
      Pattern.compile("<span class=\"emoji emoji(?<code>[0-9a-fA-F]{4,10})\"></span>?");

  private static final Pattern LINE_BREAK = Pattern.compile("<br\\s*/?>");

  private WireText() {}

  /** A person's text as it goes into a message's content. */
  public static String encode(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\r\n", "\n")
        .replace("\n", "<br/>");
  }

  /** A message's content, or a name, as a person reads it. */
  public static String decode(String content) {
    if (content.indexOf('<') < 0 && content.indexOf('&') < 0) {
      return content;
    }
    String breaks = LINE_BREAK.matcher(content).replaceAll("\n");
    return unescape(EMOJI.matcher(breaks).replaceAll(m -> emoji(m.group("code"), m.group())));
  }

  private static String unescape(String text) {
    return text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&#39;", "'")
        .replace("&quot;", "\"")
        .replace("&amp;", "&");
  }

  /** Two code points may be written together: 8 digits are 4+4, 10 are 5+5, 6 are 2+4. */
  private static String emoji(String code, String span) {
    int first =
        switch (code.length()) {
          case 4, 5 -> code.length();
          case 6 -> 2;
          case 8 -> 4;
          case 10 -> 5;
          default -> 0;
        };
    if (first == 0) {
      return Matcher.quoteReplacement(span);
    }
    StringBuilder text = new StringBuilder();
    if (!append(text, code.substring(0, first)) || !append(text, code.substring(first))) {
      return Matcher.quoteReplacement(span);
    }
    return Matcher.quoteReplacement(text.toString());
  }

  private static boolean append(StringBuilder text, String hex) {
    if (hex.isEmpty()) {
      return true;
    }
    int codePoint = Integer.parseInt(hex, 16);
    boolean scalar =
        Character.isValidCodePoint(codePoint)
            && !(codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
    if (scalar) {
      text.appendCodePoint(codePoint);
    }
    return scalar;
  }
}
