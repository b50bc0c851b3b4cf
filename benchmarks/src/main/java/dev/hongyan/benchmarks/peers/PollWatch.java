// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.benchmarks.peers;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.WebRequest;
import dev.hongyan.server.Interceptor;
import dev.hongyan.server.fault.Delivery;
import dev.hongyan.time.Time;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Knows since when each account has a poll held, and answers {@link #FLOOR} by itself. */
final class PollWatch implements Interceptor {

  /** A path behind which there is nothing: what HTTP itself takes. */
  static final String FLOOR = "/floor";

  private static final String POLL = "/cgi-bin/mmwebwx-bin/synccheck";

  private static final Pattern UIN = Pattern.compile("(?:^|&)uin=(\\d+)");

  /** A poll that is answered takes less, on a busy machine too. */
  private static final Duration HELD = Duration.ofMillis(400);

  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final Time time;
  private final Map<String, Long> since = new ConcurrentHashMap<>();

  PollWatch(Time time) {
    this.time = time;
  }

  @Override
  public Delivery intercept(WebRequest request, String source, Next next)
      throws InterruptedException {
    if (request.path().equals(FLOOR)) {
      return new Delivery.Whole(new WebReply(200, Headers.NONE, Body.of("floor")));
    }
    Optional<String> uin = request.path().equals(POLL) ? uin(request.query()) : Optional.empty();
    if (uin.isEmpty()) {
      return next.answer(request, source);
    }
    Long begun = time.nanoTime();
    since.put(uin.get(), begun);
    try {
      return next.answer(request, source);
    } finally {
      since.remove(uin.get(), begun);
    }
  }

  private static Optional<String> uin(String query) {
    Matcher matcher = UIN.matcher(query);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /**
   * Waits until a poll of this account is held.
   *
   * @return when it came, in microseconds
   */
  long awaitHeld(long uin) throws IOException, InterruptedException {
    long start = time.nanoTime();
    while (time.nanoTime() - start < PATIENCE.toNanos()) {
      Long begun = since.get(Long.toString(uin));
      if (begun != null && time.nanoTime() - begun > HELD.toNanos()) {
        return begun / 1_000;
      }
      time.pause(Duration.ofMillis(5));
    }
    throw new IOException("no poll of " + uin + " is held");
  }
}
