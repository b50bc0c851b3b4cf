// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts as messages and names carry them: HTML-escaped once, line breaks as {@code <br/>}, emoji as
 * spans (protocol reference 5.5, 5.12).
 */
public final class WireText {

  private static final String SPAN =
      "<span class=\"emoji emoji(?<code>[0-9a-fA-F]{4,10})\">(?:</span>?)?";

  private static final Pattern EMOJI = Pattern.compile(SPAN);

  /** All that is markup, found in one pass, so that nothing is decoded twice. */
  private static final Pattern MARKUP =
      Pattern.compile("<br\\s*+/?>|" + SPAN + "|&(?:lt|gt|amp|quot|#39);");

  /** Emoji that the service confuses (protocol reference 5.12). */
  private static final Map<String, String> CORRECTIONS =
      Map.of(
          "1f63c", "1f601", "1f639", "1f602", "1f63a", "1f603", "1f4ab", "1f616", "1f64d", "1f614",
          "1f63b", "1f60d", "1f63d", "1f618", "1f64e", "1f621", "1f63f", "1f622");

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
    return MARKUP.matcher(content).replaceAll(m -> Matcher.quoteReplacement(plain(m)));
  }

  /**
   * A message's content that is XML, no longer escaped as a whole. Spans of emoji stand within its
   * values, escaped or not, and no parser of XML would stand them.
   */
  public static String xml(String content) {
    return withEmoji(decode(content));
  }

  /** A text that is not escaped, with emoji in place of spans. */
  public static String withEmoji(String text) {
    return EMOJI
        .matcher(text)
        .replaceAll(m -> Matcher.quoteReplacement(emoji(m.group("code"), m.group())));
  }

  private static String plain(MatchResult markup) {
    String whole = markup.group();
    return switch (whole) {
      case "&lt;" -> "<";
      case "&gt;" -> ">";
      case "&amp;" -> "&";
      case "&quot;" -> "\"";
      case "&#39;" -> "'";
      default -> whole.startsWith("<br") ? "\n" : emoji(markup.group("code"), whole);
    };
  }

  /** Two code points may be written together: 8 digits are 4+4, 10 are 5+5, 6 are 2+4. */
  private static String emoji(String code, String span) {
    String digits = code.toLowerCase(Locale.ROOT);
    String hex = CORRECTIONS.getOrDefault(digits, digits);
    int first =
        switch (hex.length()) {
          case 4, 5 -> hex.length();
          case 6 -> 2;
          case 8 -> 4;
          case 10 -> 5;
          default -> 0;
        };
    if (first == 0) {
      return span;
    }
    int one = Integer.parseInt(hex, 0, first, 16);
    if (first == hex.length()) {
      return isCharacter(one) ? Character.toString(one) : span;
    }
    int two = Integer.parseInt(hex, first, hex.length(), 16);
    return isCharacter(one) && isCharacter(two)
        ? Character.toString(one) + Character.toString(two)
        : span;
  }

  private static boolean isCharacter(int codePoint) {
    return Character.isValidCodePoint(codePoint)
        && !(codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
  }
}
