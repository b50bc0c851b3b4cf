// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.http;

import dev.hongyan.client.store.SavedSession.SavedCookie;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.SetCookie;
import dev.hongyan.protocol.WebRequest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The cookies of one account: the part of RFC 6265 that the service uses, safe for many threads.
 *
 * <p>A cookie that asks for an encrypted connection but came over a plain one goes back over plain
 * ones too: that is a server of our own on this machine, and there is nobody to hide it from.
 *
 * <p>How long a cookie lives is measured from the date of the reply that sets it: one clock of the
 * two may be wrong, and a session must not end because of that.
 */
public final class CookieJar {

  /** The service sets some ten; browsers keep 50 to 180 of a domain. */
  private static final int MOST_COOKIES = 180;

  private final InstantSource clock;
  private final Map<Key, SavedCookie> cookies = new LinkedHashMap<>();

  public CookieJar(InstantSource clock) {
    this.clock = clock;
  }

  /** Puts in what the reply to this request sets; what it has no right to set is passed over. */
  public synchronized void take(WebRequest request, Headers reply) {
    Instant now = clock.instant();
    Instant theirs = reply.first("Date").flatMap(CookieJar::moment).orElse(now);
    Duration ahead = Duration.between(theirs, now);
    for (String line : reply.all("Set-Cookie")) {
      SetCookie.parse(line, theirs)
          .map(cookie -> ends(cookie) ? cookie.until(cookie.expires().plus(ahead)) : cookie)
          .ifPresent(cookie -> take(request, cookie, now));
    }
  }

  private static Optional<Instant> moment(String date) {
    try {
      return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /** Neither a cookie that is to go at once nor one that is to stay. */
  private static boolean ends(SetCookie cookie) {
    return cookie.expires().isAfter(Instant.EPOCH) && cookie.expires().isBefore(SetCookie.NEVER);
  }

  private void take(WebRequest request, SetCookie cookie, Instant now) {
    String host = request.host();
    if (!cookie.domain().isEmpty() && !CookieScope.maySet(host, cookie.domain())) {
      return;
    }
    SavedCookie saved = new SavedCookie(host, completed(cookie, request));
    Key key = Key.of(saved);
    if (!cookie.expires().isAfter(now)) {
      cookies.remove(key);
    } else if (cookies.containsKey(key) || cookies.size() < MOST_COOKIES) {
      cookies.put(key, saved);
    }
  }

  /** The cookie with what its line left to the request that it answers. */
  private static SetCookie completed(SetCookie cookie, WebRequest request) {
    String path = cookie.path().isEmpty() ? CookieScope.folder(request.path()) : cookie.path();
    String domain = cookie.domain().equals(request.host()) ? ownDomain(cookie) : cookie.domain();
    boolean secure = cookie.secure() && request.scheme().equals("https");
    return new SetCookie(cookie.name(), cookie.value(), domain, path, cookie.expires(), secure);
  }

  /** A number is no domain that could have hosts below it. */
  private static String ownDomain(SetCookie cookie) {
    return CookieScope.isNamed(cookie.domain()) ? cookie.domain() : "";
  }

  /** The {@code Cookie} header for this request, or no header. */
  public synchronized Headers header(WebRequest request) {
    Instant now = clock.instant();
    String value =
        cookies.values().stream()
            .filter(saved -> saved.cookie().expires().isAfter(now))
            .filter(saved -> CookieScope.reaches(saved, request))
            .sorted(Comparator.comparingInt(saved -> -saved.cookie().path().length()))
            .map(saved -> saved.cookie().name() + "=" + saved.cookie().value())
            .collect(Collectors.joining("; "));
    return value.isEmpty() ? Headers.NONE : Headers.NONE.and("Cookie", value);
  }

  /** The value of the newest cookie of this name, wherever it is from; empty if there is none. */
  public String value(String name) {
    return all().reversed().stream()
        .map(SavedCookie::cookie)
        .filter(cookie -> cookie.name().equals(name))
        .map(SetCookie::value)
        .findFirst()
        .orElse("");
  }

  /** All that have not expired, oldest first. */
  public synchronized List<SavedCookie> all() {
    Instant now = clock.instant();
    return cookies.values().stream()
        .filter(saved -> saved.cookie().expires().isAfter(now))
        .toList();
  }

  /** Puts these in place of all that are in the jar. */
  public synchronized void replaceBy(List<SavedCookie> saved) {
    cookies.clear();
    saved.forEach(cookie -> cookies.put(Key.of(cookie), cookie));
  }

  private record Key(String name, String domain, String path) {
    static Key of(SavedCookie saved) {
      SetCookie cookie = saved.cookie();
      String scope = cookie.domain().isEmpty() ? saved.host() : "." + cookie.domain();
      return new Key(cookie.name(), scope, cookie.path());
    }
  }
}
