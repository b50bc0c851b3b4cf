// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.http;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.server.fault.Delivery;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpResponse;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One request on its own thread, which ends when the answer is in the socket: until then virtual
 * time waits for it.
 */
final class Exchange implements Runnable {

  private static final Logger log = LoggerFactory.getLogger(Exchange.class);

  /** Bytes of a piece of a streamed body: two of them are in memory for each answer under way. */
  private static final int PIECE = 64 << 10;

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
    Delivery delivery = answer();
    boolean reusable = arrival.reusable() && !service.running().stopping();
    try {
      switch (delivery) {
        case Delivery.Whole(WebReply reply) -> send(reply, reusable);
        case Delivery.Dripping dripping -> bad().drip(dripping, reusable);
        case Delivery.Silence _ -> connection.breakOff(arrival);
        case Delivery.Reset reset -> bad().reset(reset);
      }
    } catch (RejectedExecutionException _) {
      // The listener has lost patience with this request and is gone.
    }
  }

  private void send(WebReply reply, boolean reusable) {
    switch (encode(reply, reusable)) {
      case FullHttpResponse whole ->
          connection.send(whole, arrival, reusable).awaitUninterruptibly();
      case HttpResponse head -> stream(head, reply, reusable);
    }
  }

  private void stream(HttpResponse head, WebReply reply, boolean reusable) {
    InputStream in;
    try {
      in = reply.body().open();
    } catch (IOException e) {
      log.error("The body of a reply cannot be opened: {}", e.getClass().getSimpleName());
      send(FAILED, reusable);
      return;
    }
    try (in) {
      connection.begin(head, reply.body().length());
      if (copy(in, reply.body().length())) {
        connection.end(arrival, reusable).awaitUninterruptibly();
        return;
      }
    } catch (IOException e) {
      log.debug("The body of a reply breaks off: {}", e.getClass().getSimpleName());
    }
    connection.breakOff(arrival);
  }

  /**
   * Copies piece by piece; the next is read while the one before is on its way, and no more than
   * these two are in memory, however slow the client is.
   *
   * @return whether all was sent
   */
  private boolean copy(InputStream in, long length) throws IOException {
    long left = length;
    Optional<ChannelFuture> before = Optional.empty();
    while (left > 0) {
      ByteBuf piece = connection.newPiece(PIECE);
      int read;
      try {
        read = piece.writeBytes(in, (int) Math.min(PIECE, left));
      } catch (IOException | RuntimeException e) {
        piece.release();
        throw e;
      }
      if (read <= 0) {
        piece.release();
        throw new EOFException("the body is shorter than announced");
      }
      left -= read;
      ChannelFuture sent = connection.send(piece);
      if (before.isPresent() && !before.get().awaitUninterruptibly().isSuccess()) {
        return false;
      }
      before = Optional.of(sent);
    }
    return true;
  }

  private BadDelivery bad() {
    return new BadDelivery(arrival, connection, service);
  }

  private Delivery answer() {
    try {
      return service.handler().deliver(arrival.request(), connection.source());
    } catch (InterruptedException _) {
      return new Delivery.Whole(STOPPING);
    } catch (RuntimeException | Error e) {
      log.error("The handler of a request has failed", e);
      return new Delivery.Whole(FAILED);
    }
  }

  private HttpResponse encode(WebReply reply, boolean reusable) {
    try {
      return service.encoder().encode(arrival, reply, reusable);
    } catch (RuntimeException e) {
      // Not the exception: it quotes the header, and headers hold secrets.
      log.error("A reply can't be said in HTTP: {}", e.getClass().getSimpleName());
      return service.encoder().encode(arrival, FAILED, reusable);
    }
  }
}
