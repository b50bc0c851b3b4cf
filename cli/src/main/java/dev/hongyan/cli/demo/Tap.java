// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.demo;

import dev.hongyan.client.http.HttpTransport;
import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.WebRequest;
import dev.hongyan.protocol.catalog.Catalog;
import dev.hongyan.time.Signal;
import dev.hongyan.time.Time;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Carries the client's requests over HTTP, and lets one onlooker see what came back. */
final class Tap implements HttpTransport {

  /** What a single step may take: the longest is a hold of a second. */
  static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpTransport http = HttpTransport.jdk();
  private final Time time;
  private final Signal news;
  private final Map<String, Queue<Exchange>> unseen = new HashMap<>();

  /**
   * A reply and how long it took to come.
   *
   * @param took from the request on
   */
  record Exchange(WebReply reply, Duration took) {}

  Tap(Time time) {
    this.time = time;
    this.news = time.signal();
  }

  @Override
  public WebReply exchange(WebRequest request, Limits limits)
      throws IOException, InterruptedException {
    long begun = time.nanoTime();
    WebReply reply = http.exchange(request, limits);
    Duration took = Duration.ofNanos(time.nanoTime() - begun);
    add(name(request.path()), new Exchange(reply, took));
    news.raise();
    return reply;
  }

  private static String name(String path) {
    return Catalog.calls().stream()
        .filter(call -> call.hasTail() ? path.startsWith(call.path()) : path.equals(call.path()))
        .map(Call::name)
        .findFirst()
        .orElse(path);
  }

  private synchronized void add(String call, Exchange exchange) {
    unseen.computeIfAbsent(call, _ -> new ArrayDeque<>()).add(exchange);
  }

  private synchronized @Nullable Exchange take(String call) {
    Queue<Exchange> queue = unseen.get(call);
    return queue == null ? null : queue.poll();
  }

  /**
   * The next exchange of this call that nobody has looked at; waits for it.
   *
   * @throws StepFailedException if none comes
   */
  Exchange next(Call<?, ?> call) throws InterruptedException {
    while (true) {
      Exchange exchange = take(call.name());
      if (exchange != null) {
        return exchange;
      }
      if (!news.await(PATIENCE)) {
        throw new StepFailedException("the client has not called " + call.name());
      }
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
