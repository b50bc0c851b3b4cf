// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the date of a cookie in any of its historic forms: the parts are told apart by their shape,
 * not by their place (RFC 6265 5.1.1), so {@code 31-Dec-2018} and {@code 31 Dec 18} both do.
 */
final class CookieDate {

  private static final Pattern TOKEN = Pattern.compile("[0-9:A-Za-z]+");
  private static final Pattern TIME =
      Pattern.compile("(?<hour>\\d{1,2}):(?<minute>\\d{1,2}):(?<second>\\d{1,2})");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  /** Two-digit years below this one belong to this century (RFC 6265). */
  private static final int CENTURY_PIVOT = 70;

  private static final int UNSET = -1;

  private int hour = UNSET;
  private int minute;
  private int second;
  private int day = UNSET;
  private int month = UNSET;
  private int year = UNSET;

  private CookieDate() {}

  static Optional<Instant> parse(String text) {
    CookieDate date = new CookieDate();
    Matcher token = TOKEN.matcher(text);
    while (token.find()) {
      date.take(token.group());
    }
    return date.instant();
  }

  private void take(String token) {
    Matcher time = TIME.matcher(token);
    if (hour == UNSET && time.matches()) {
      hour = Integer.parseInt(time.group("hour"));
      minute = Integer.parseInt(time.group("minute"));
      second = Integer.parseInt(time.group("second"));
    } else if (NUMBER.matcher(token).matches()) {
      takeNumber(token);
    } else if (month == UNSET && token.length() >= 3) {
      int index = MONTHS.indexOf(token.substring(0, 3).toLowerCase(Locale.ROOT));
      month = index < 0 ? UNSET : index + 1;
    }
  }

  private void takeNumber(String digits) {
    int number = Integer.parseInt(digits);
    if (day == UNSET && digits.length() <= 2) {
      day = number;
    } else if (year == UNSET && digits.length() != 3 && digits.length() != 1) {
      year = digits.length() == 4 ? number : number + (number < CENTURY_PIVOT ? 2000 : 1900);
    }
  }

  private Optional<Instant> instant() {
    if (hour == UNSET || day == UNSET || month == UNSET || year == UNSET) {
      return Optional.empty();
    }
    try {
      LocalDateTime local = LocalDateTime.of(year, month, day, hour, minute, second);
      return Optional.of(local.toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
