// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.http;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.WebReply;
import io.netty.handler.codec.http.FullHttpResponse;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One request on its own thread, which ends when the answer is in the socket: until then virtual
 * time waits for it.
 */
final class Exchange implements Runnable {

  private static final Logger log = LoggerFactory.getLogger(Exchange.class);

  private static final Headers JSON = Headers.NONE.and("Content-Type", "application/json");
  private static final WebReply FAILED = new WebReply(500, JSON, Body.of("{}"));
  private static final WebReply STOPPING = new WebReply(503, JSON, Body.of("{}"));

  private final Arrival.Request arrival;
  private final Connection connection;
  private final Service service;

  Exchange(Arrival.Request arrival, Connection connection, Service service) {
    this.arrival = arrival;
    this.connection = connection;
    this.service = service;
  }

  @Override
  public void run() {
    WebReply reply = answer();
    boolean reusable = arrival.reusable() && !service.running().stopping();
    try {
      connection.send(encode(reply, reusable), arrival, reusable).awaitUninterruptibly();
    } catch (RejectedExecutionException _) {
      // The listener has lost patience with this request and is gone.
    }
  }

  private WebReply answer() {
    try {
      return service.handler().handle(arrival.request(), connection.source());
    } catch (InterruptedException _) {
      return STOPPING;
    } catch (RuntimeException | Error e) {
      log.error("The handler of a request has failed", e);
      return FAILED;
    }
  }

  private FullHttpResponse encode(WebReply reply, boolean reusable) {
    try {
      return service.encoder().encode(arrival, reply, reusable);
    } catch (RuntimeException e) {
      // Not the exception: it quotes the header, and headers hold secrets.
      log.error("A reply can't be said in HTTP: {}", e.getClass().getSimpleName());
      return service.encoder().encode(arrival, FAILED, reusable);
    }
  }
}
