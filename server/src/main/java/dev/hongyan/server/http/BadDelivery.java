// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.http;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.server.fault.Delivery;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpResponse;
import java.io.IOException;
import java.io.InputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out on a socket what was ordered to go wrong with a reply. */
record BadDelivery(Arrival.Request arrival, Connection connection, Service service) {

  private static final Logger log = LoggerFactory.getLogger(BadDelivery.class);

  /** As much of a body is in memory at once when it has to stop half way. */
  private static final int PIECE = 1 << 16;

  /** Sends a reply in small pieces. */
  void drip(Delivery.Dripping how, boolean reusable) {
    Body body = how.answer().body();
    HttpResponse head = head(how.answer(), reusable);
    if (head instanceof FullHttpResponse whole) {
      connection.send(whole, arrival, reusable).awaitUninterruptibly();
      return;
    }
    try (InputStream in = body.open()) {
      connection.send(head).awaitUninterruptibly();
      for (long left = body.length(); left > 0; left -= how.bytes()) {
        send(in.readNBytes(how.bytes()));
        if (left > how.bytes()) {
          service.time().pause(how.pause());
        }
      }
      connection.end(arrival, reusable).awaitUninterruptibly();
    } catch (IOException e) {
      log.debug("The body of a reply breaks off: {}", e.getClass().getSimpleName());
      connection.breakOff(arrival);
    } catch (InterruptedException _) {
      // The client has gone, or the server closes: nobody waits for the rest.
      connection.breakOff(arrival);
    }
  }

  /** Resets the connection. */
  void reset(Delivery.Reset how) {
    if (how.reply().isPresent()) {
      WebReply reply = how.reply().get();
      switch (how.moment()) {
        case BEFORE -> {}
        case INSIDE -> begin(reply, reply.body().length() / 2);
        case AFTER -> begin(reply, reply.body().length());
      }
    }
    connection.reset(arrival);
  }

  private void begin(WebReply reply, long bytes) {
    HttpResponse head = head(reply, false);
    connection.send(head).awaitUninterruptibly();
    if (head instanceof FullHttpResponse) {
      return;
    }
    try (InputStream in = reply.body().open()) {
      for (long left = bytes; left > 0; left -= PIECE) {
        send(in.readNBytes((int) Math.min(PIECE, left)));
      }
    } catch (IOException e) {
      log.debug("The body of a reply breaks off: {}", e.getClass().getSimpleName());
    }
  }

  private void send(byte[] piece) {
    connection.send(new DefaultHttpContent(Unpooled.wrappedBuffer(piece))).awaitUninterruptibly();
  }

  /** The head alone, unless there is nothing else. */
  private HttpResponse head(WebReply reply, boolean reusable) {
    Body apart = Body.of(reply.body().length(), () -> reply.body().open());
    return service
        .encoder()
        .encode(arrival, new WebReply(reply.status(), reply.headers(), apart), reusable);
  }
}
