// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.fault;

import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.SetCookie;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.shape.Revision;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Replies as a server tells them whose clock is wrong. */
record WrongClock(Duration by) implements Revision {

  private static final String SET_COOKIE = "Set-Cookie";

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  @Override
  public Instant moment(Instant value) {
    return value.equals(Instant.EPOCH) ? value : value.plus(by);
  }

  WebReply shown(Occasion at, WebReply reply) {
    Headers headers =
        Replies.without(SET_COOKIE, reply.headers()).and("Date", DATE.format(at.now().plus(by)));
    for (String line : reply.headers().all(SET_COOKIE)) {
      headers = headers.and(SET_COOKIE, shifted(line));
    }
    WebReply revised = at.call().revised(reply, this).orElse(reply);
    return new WebReply(reply.status(), headers, revised.body());
  }

  /** What clears a cookie clears it at any time. */
  private String shifted(String line) {
    return SetCookie.parse(line, Instant.EPOCH)
        .filter(cookie -> cookie.expires().isAfter(Instant.EPOCH))
        .filter(cookie -> cookie.expires().isBefore(SetCookie.NEVER))
        .map(cookie -> cookie.until(cookie.expires().plus(by)).line())
        .orElse(line);
  }
}
