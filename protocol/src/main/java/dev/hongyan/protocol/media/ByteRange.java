// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.media;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which bytes of a file are wanted, as the {@code Range} header says it: {@code bytes=0-}, {@code
 * bytes=5-9}, {@code bytes=-500} (protocol reference 3.22).
 *
 * @param first the first byte; negative to count from the end
 * @param last the last byte, {@link #OPEN} for all that follows
 */
public record ByteRange(long first, long last) {

  /** To the end. */
  public static final long OPEN = Long.MAX_VALUE;

  /** Everything, as every client asks for a video. */
  public static final ByteRange ALL = from(0);

  /** Fifteen digits count a thousand terabytes, and no sum of theirs overflows. */
  private static final Pattern HEADER =
      Pattern.compile("\\s*bytes\\s*=\\s*(?<first>\\d{0,15})\\s*-\\s*(?<last>\\d{0,15})\\s*");

  public ByteRange {
    if (last < Math.max(first, 0) || (first < 0 && last != OPEN)) {
      throw new IllegalArgumentException("no range: " + first + " to " + last);
    }
  }

  /** All from this byte on. */
  public static ByteRange from(long first) {
    return new ByteRange(Math.max(first, 0), OPEN);
  }

  /** The last bytes, so many of them. */
  public static ByteRange suffix(long size) {
    return new ByteRange(-size, OPEN);
  }

  /**
   * Reads a {@code Range} header. Several ranges, other units and nonsense give nothing, as if the
   * header were not there (RFC 9110, 14.2).
   */
  public static Optional<ByteRange> parse(String header) {
    Matcher m = HEADER.matcher(header);
    if (!m.matches()) {
      return Optional.empty();
    }
    String first = m.group("first");
    String last = m.group("last");
    if (first.isEmpty()) {
      return last.isEmpty() || Long.parseLong(last) == 0
          ? Optional.empty()
          : Optional.of(suffix(Long.parseLong(last)));
    }
    long begin = Long.parseLong(first);
    long end = last.isEmpty() ? OPEN : Long.parseLong(last);
    return end < begin ? Optional.empty() : Optional.of(new ByteRange(begin, end));
  }

  /** The value of the {@code Range} header. */
  public String header() {
    if (first < 0) {
      return "bytes=" + first;
    }
    return "bytes=" + first + "-" + (last == OPEN ? "" : last);
  }

  /** What that is in a file of this size; empty if it has no such byte. */
  public Optional<ContentRange> within(long total) {
    long begin = first < 0 ? Math.max(total + first, 0) : first;
    return begin >= total
        ? Optional.empty()
        : Optional.of(new ContentRange(begin, Math.min(last, total - 1), total));
  }
}
