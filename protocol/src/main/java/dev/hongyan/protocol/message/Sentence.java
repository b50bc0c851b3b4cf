// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence with gaps for names: {@code {a}} and {@code {b}} for one, {@code {n}} for several.
 * What follows a bar is written and not insisted on in reading; nor are quotes, blanks around them
 * and the stop at the end, in which versions differ.
 */
final class Sentence {

  /** Words that fill the gaps. */
  record Words(String a, String b, List<String> names) {}

  private static final Pattern PIECE = Pattern.compile("\\{(?<gap>[abn])}|[\"“”]| +");

  private static final String QUOTE = "\\s?[\"“”]?\\s?";

  private final Pattern pattern;
  private final String template;
  private final String separator;

  private Sentence(Pattern pattern, String template, String separator) {
    this.pattern = pattern;
    this.template = template;
    this.separator = separator;
  }

  /**
   * A sentence.
   *
   * @param separator between several names
   */
  static Sentence of(String template, String separator) {
    int bar = template.indexOf('|');
    String needed = bar < 0 ? template : template.substring(0, bar);
    String end = bar < 0 ? "[.。!！]?" : ".*";
    Pattern pattern = Pattern.compile(regex(withoutStop(needed)) + end, Pattern.DOTALL);
    return new Sentence(pattern, template.replace("|", ""), separator);
  }

  private static String withoutStop(String text) {
    boolean isStopped = text.endsWith(".") || text.endsWith("。");
    return isStopped ? text.substring(0, text.length() - 1) : text;
  }

  private static String regex(String template) {
    StringBuilder regex = new StringBuilder();
    Matcher m = PIECE.matcher(template);
    int end = 0;
    while (m.find()) {
      regex.append(quoted(template.substring(end, m.start()))).append(regex(m));
      end = m.end();
    }
    return regex.append(quoted(template.substring(end))).toString();
  }

  private static String quoted(String literal) {
    return literal.isEmpty() ? "" : Pattern.quote(literal);
  }

  private static String regex(MatchResult piece) {
    String gap = piece.group("gap");
    if (gap != null) {
      return "(?<" + gap + ">.+?)";
    }
    return piece.group().isBlank() ? "\\s*" : QUOTE;
  }

  /** Nothing if the text is not this sentence. */
  Optional<Words> read(String text) {
    Matcher m = pattern.matcher(text.strip());
    if (!m.matches()) {
      return Optional.empty();
    }
    List<String> names = List.of(word(m, "n").split(Pattern.quote(separator), -1));
    return Optional.of(new Words(word(m, "a"), word(m, "b"), names));
  }

  private String word(Matcher m, String gap) {
    return pattern.namedGroups().containsKey(gap) ? m.group(gap) : "";
  }

  String write(String a, String b, List<String> names) {
    Map<String, String> words = Map.of("a", a, "b", b, "n", String.join(separator, names));
    return PIECE.matcher(template).replaceAll(m -> Matcher.quoteReplacement(written(m, words)));
  }

  private static String written(MatchResult piece, Map<String, String> words) {
    String gap = piece.group("gap");
    return gap == null ? piece.group() : words.getOrDefault(gap, "");
  }
}
