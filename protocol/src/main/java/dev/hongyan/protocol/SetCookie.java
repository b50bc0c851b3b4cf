// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * One {@code Set-Cookie} line, read leniently and written exactly as in protocol reference 3.4.
 *
 * @param name never empty
 * @param value as it stands on the wire; quotes and {@code /+=} are kept untouched
 * @param domain lower case, empty for the sending host alone; a leading dot means nothing (RFC 6265
 *     5.2.3): it is written where it was given, as the service does in one cookie, and not read
 * @param path beginning with a slash; empty for the folder of the requested path
 * @param expires when it ends, {@link #NEVER} if the line names no date
 * @param secure whether it wants an encrypted connection
 */
public record SetCookie(
    String name, String value, String domain, String path, Instant expires, boolean secure) {

  /** The end of a cookie that lasts as long as its holder keeps it. */
  public static final Instant NEVER = Instant.MAX;

  /** Browsers keep no cookie over 4,096 bytes; the longest of the service has some 200. */
  public static final int LONGEST_LINE = 4096;

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd-MMM-uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  public SetCookie {
    if (name.isEmpty() || name.indexOf('=') >= 0 || !isPrintable(name)) {
      throw new IllegalArgumentException("not a cookie name");
    }
    if (!isPrintable(value) || !isPrintable(domain) || !isPrintable(path)) {
      throw new IllegalArgumentException("cookie " + name + " holds a character it must not hold");
    }
  }

  /** A cookie for the sending host alone, everywhere on it, without an end. */
  public static SetCookie of(String name, String value) {
    return new SetCookie(name, value, "", "/", NEVER, false);
  }

  /** The same for this domain and all hosts below it. */
  public SetCookie forDomain(String newDomain) {
    return new SetCookie(name, value, newDomain, path, expires, secure);
  }

  /** The same with this end. */
  public SetCookie until(Instant newEnd) {
    return new SetCookie(name, value, domain, path, newEnd, secure);
  }

  /** The same for encrypted connections only. */
  public SetCookie onlySecure() {
    return new SetCookie(name, value, domain, path, expires, true);
  }

  /**
   * Reads the value of a {@code Set-Cookie} header: attributes in any order and case, unknown ones
   * passed over, dates in any form of RFC 6265 5.1.1, {@code Max-Age} before {@code Expires}.
   *
   * @param now the instant from which {@code Max-Age} counts
   * @return empty if the line is no cookie or is longer than {@link #LONGEST_LINE}
   */
  public static Optional<SetCookie> parse(String line, Instant now) {
    if (line.length() > LONGEST_LINE || !isPrintable(line.replace(';', ' '))) {
      return Optional.empty();
    }
    int end = endOfPart(line, 0);
    int equals = line.indexOf('=');
    if (equals < 0 || equals > end || line.substring(0, equals).isBlank()) {
      return Optional.empty();
    }
    Attributes attributes = new Attributes();
    for (int start = end + 1; start <= line.length(); start = end + 1) {
      end = endOfPart(line, start);
      attributes.read(line.substring(start, end), now);
    }
    String name = line.substring(0, equals).strip();
    String value = line.substring(equals + 1, endOfPart(line, 0)).strip();
    return Optional.of(attributes.of(name, value));
  }

  /** The value of the {@code Set-Cookie} header, laid out as the service does. */
  public String line() {
    StringBuilder line = new StringBuilder(name).append('=').append(value);
    if (!domain.isEmpty()) {
      line.append("; Domain=").append(domain);
    }
    if (!path.isEmpty()) {
      line.append("; Path=").append(path);
    }
    if (!expires.equals(NEVER)) {
      // The beginning of time, as Max-Age below zero has it, is no date that can be written.
      Instant end = expires.isBefore(Instant.EPOCH) ? Instant.EPOCH : expires;
      line.append("; Expires=").append(DATE.format(end));
    }
    return (secure ? line.append("; Secure") : line).toString();
  }

  /** The name only: values are secrets. */
  @Override
  public String toString() {
    return "cookie " + name;
  }

  private static int endOfPart(String line, int from) {
    int semicolon = line.indexOf(';', from);
    return semicolon < 0 ? line.length() : semicolon;
  }

  private static boolean isPrintable(String text) {
    return text.chars().noneMatch(c -> c < ' ' || c == 0x7f || c == ';');
  }

  /** What follows the value on a line; the last one of a name counts. */
  private static final class Attributes {
    private String domain = "";
    private String path = "";
    private Instant expires = NEVER;
    private boolean agedBySeconds;
    private boolean secure;

    void read(String part, Instant now) {
      int equals = part.indexOf('=');
      String key = (equals < 0 ? part : part.substring(0, equals)).strip();
      String text = equals < 0 ? "" : part.substring(equals + 1).strip();
      switch (key.toLowerCase(Locale.ROOT)) {
        case "domain" -> domain = withoutDot(text.toLowerCase(Locale.ROOT));
        case "path" -> path = text.startsWith("/") ? text : "";
        case "secure" -> secure = true;
        case "max-age" -> readAge(text, now);
        case "expires" -> {
          if (!agedBySeconds) {
            expires = CookieDate.parse(text).orElse(expires);
          }
        }
        default -> {}
      }
    }

    private void readAge(String text, Instant now) {
      boolean negative = text.startsWith("-");
      String digits = negative ? text.substring(1) : text;
      if (digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
        return;
      }
      agedBySeconds = true;
      if (negative) {
        expires = Instant.MIN;
        return;
      }
      try {
        expires = now.plusSeconds(Long.parseLong(digits));
      } catch (NumberFormatException | DateTimeException | ArithmeticException e) {
        expires = NEVER;
      }
    }

    private static String withoutDot(String text) {
      return text.startsWith(".") ? text.substring(1) : text;
    }

    SetCookie of(String name, String value) {
      return new SetCookie(name, value, domain, path, expires, secure);
    }
  }
}
