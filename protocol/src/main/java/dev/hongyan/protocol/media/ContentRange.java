// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.media;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which bytes of a file have come, as the {@code Content-Range} header says it: {@code bytes
 * 0-1522083/1522084} (protocol reference 3.22).
 *
 * @param first the first byte
 * @param last the last byte, inclusive
 * @param total size of the whole file
 */
public record ContentRange(long first, long last, long total) {

  /** The total of a server that does not tell. */
  public static final long UNKNOWN = -1;

  private static final Pattern HEADER =
      Pattern.compile(
          "\\s*bytes\\s+(?<first>\\d{1,15})\\s*-\\s*(?<last>\\d{1,15})\\s*/"
              + "\\s*(?:(?<total>\\d{1,15})|\\*)\\s*");

  public ContentRange {
    if (first < 0 || last < first || (total != UNKNOWN && last >= total)) {
      throw new IllegalArgumentException("a range outside its file");
    }
  }

  /** Reads a {@code Content-Range} header; nonsense gives nothing. */
  public static Optional<ContentRange> parse(String header) {
    Matcher m = HEADER.matcher(header);
    if (!m.matches()) {
      return Optional.empty();
    }
    long first = Long.parseLong(m.group("first"));
    long last = Long.parseLong(m.group("last"));
    long total = m.group("total") == null ? UNKNOWN : Long.parseLong(m.group("total"));
    return last < first || (total != UNKNOWN && last >= total)
        ? Optional.empty()
        : Optional.of(new ContentRange(first, last, total));
  }

  /** How many bytes that are. */
  public long length() {
    return last - first + 1;
  }

  /** The value of the {@code Content-Range} header. */
  public String header() {
    return "bytes " + first + "-" + last + "/" + (total == UNKNOWN ? "*" : total);
  }
}
