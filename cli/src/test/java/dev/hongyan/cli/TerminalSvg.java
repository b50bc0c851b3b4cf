// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli;

import dev.hongyan.cli.output.Width;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A terminal's screen as a picture, every character in its column whatever font draws it. */
final class TerminalSvg {

  private static final double COLUMN = 8.4;
  private static final int LINE = 21;
  private static final int MARGIN = 20;
  private static final int BAR = 30;
  private static final String FRONT = "#d8dee9";

  private static final Map<String, String> STYLES =
      Map.of(
          "1", "fill=\"#ffffff\" font-weight=\"bold\"",
          "2", "fill=\"#7f8ea3\"",
          "31", "fill=\"#e06c75\"",
          "32", "fill=\"#8fce7a\"");

  /** Escapes, runs of wide characters, and runs of others. */
  private static final Pattern PART =
      Pattern.compile(
          "\u001b\\[(?<code>[0-9;]*)m"
              + "|(?<text>[\\u2E80-\\uFFEF\\x{1F300}-\\x{1FAFF}]+"
              + "|[^\\u001B\\u2E80-\\uFFEF\\x{1F300}-\\x{1FAFF}]+)");

  private final StringBuilder body = new StringBuilder();
  private String style = "fill=\"" + FRONT + "\"";

  private TerminalSvg() {}

  /**
   * The picture.
   *
   * @param command what was typed
   * @param output what came, with its escapes
   */
  static String of(String command, String output) {
    TerminalSvg svg = new TerminalSvg();
    List<String> lines = output.replaceAll("\r[^\n]*?\u001b\\[K", "").lines().toList();
    svg.draw("\u001b[2m$\u001b[0m " + command, 0);
    for (int i = 0; i < lines.size(); i++) {
      svg.draw(lines.get(i), i + 1);
    }
    int columns =
        lines.stream()
            .mapToInt(line -> Width.of(line.replaceAll("\u001b\\[[0-9;]*m", "")))
            .max()
            .orElse(80);
    return svg.framed(columns, lines.size() + 1);
  }

  private void draw(String line, int row) {
    Matcher part = PART.matcher(line);
    int column = 0;
    while (part.find()) {
      String text = part.group("text");
      if (text == null) {
        style = STYLES.getOrDefault(part.group("code"), "fill=\"" + FRONT + "\"");
        continue;
      }
      // Blanks at either end are left to the positions: drawing programs differ about them.
      String drawn = text.strip();
      int start = column + Width.of(text) - Width.of(text.stripLeading());
      if (!drawn.isEmpty()) {
        body.append(
            String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%d\" textLength=\"%.1f\" %s>%s</text>%n",
                MARGIN + start * COLUMN,
                BAR + MARGIN + row * LINE,
                Width.of(drawn) * COLUMN,
                style,
                escaped(drawn)));
      }
      column += Width.of(text);
    }
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private String framed(int columns, int rows) {
    int width = (int) Math.ceil(columns * COLUMN) + 2 * MARGIN;
    int height = BAR + rows * LINE + MARGIN;
    return String.format(
        Locale.ROOT,
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d">
        <rect width="%1$d" height="%2$d" rx="8" fill="#1e2430"/>
        <circle cx="20" cy="16" r="5" fill="#e06c75"/>
        <circle cx="38" cy="16" r="5" fill="#e5c07b"/>
        <circle cx="56" cy="16" r="5" fill="#8fce7a"/>
        <g font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, 'Noto Sans Mono CJK SC', \
        monospace" font-size="14">
        %3$s</g>
        </svg>
        """,
        width,
        height,
        body);
  }
}
