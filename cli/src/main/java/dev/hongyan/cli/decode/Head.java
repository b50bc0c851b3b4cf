// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.decode;

import dev.hongyan.protocol.Headers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Status line and headers, up to the empty line behind them.
 *
 * @param length bytes, with the empty line and the blanks before the status line
 */
record Head(int status, Headers headers, int length) {

  /** No server sends as much; what is longer is a body. */
  private static final int MAX_LENGTH = 1 << 20;

  private static final Pattern STATUS_LINE =
      Pattern.compile("HTTP/\\d(\\.\\d)?\\s+(?<status>[1-5]\\d\\d)(\\s.*)?");

  /** Reads one; empty if the bytes begin otherwise. */
  static Optional<Head> read(byte[] bytes) {
    int limit = Math.min(bytes.length, MAX_LENGTH);
    String text = new String(bytes, 0, limit, StandardCharsets.ISO_8859_1);
    Lines lines = new Lines(text, text.length() - text.stripLeading().length());
    Matcher first = STATUS_LINE.matcher(lines.next());
    if (!first.matches()) {
      return Optional.empty();
    }
    Headers headers = Headers.NONE;
    for (String line = lines.next(); !line.isEmpty(); line = lines.next()) {
      headers = withLine(headers, line);
    }
    return Optional.of(new Head(Integer.parseInt(first.group("status")), headers, lines.at));
  }

  /** A line without a colon, or the continuation of another, tells us nothing. */
  private static Headers withLine(Headers headers, String line) {
    int colon = line.indexOf(':');
    return colon > 0
        ? headers.and(line.substring(0, colon).strip(), line.substring(colon + 1).strip())
        : headers;
  }

  /** Lines that end in CR LF or LF; empty ones for ever at the end. */
  private static final class Lines {

    private final String text;
    private int at;

    Lines(String text, int at) {
      this.text = text;
      this.at = at;
    }

    String next() {
      int end = text.indexOf('\n', at);
      String line = text.substring(at, end < 0 ? text.length() : end);
      at = end < 0 ? text.length() : end + 1;
      return line.stripTrailing();
    }
  }
}
