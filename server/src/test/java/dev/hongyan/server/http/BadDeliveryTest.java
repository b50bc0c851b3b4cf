// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.WebRequest;
import dev.hongyan.server.fault.Delivery;
import dev.hongyan.server.fault.Delivery.Reset.Moment;
import dev.hongyan.time.Time;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a socket makes of deliveries that are not whole. */
@Timeout(30)
class BadDeliveryTest {

  private static final WebReply REPLY =
      new WebReply(
          200, Headers.NONE.and("Content-Type", "text/plain"), Body.of("0123456789".repeat(8)));

  private final Time time = Time.system();

  @Test
  void dripsPieceByPieceAndKeepsTheConnection() throws Exception {
    Delivery slow = new Delivery.Dripping(REPLY, 16, Duration.ofMillis(5));
    try (HttpListener listener = listen(slow);
        Wire wire = new Wire(listener.port())) {
      long begun = time.nanoTime();

      assertThat(wire.get("/").reply().body()).isEqualTo(REPLY.body());

      assertThat(Duration.ofNanos(time.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(19));
      assertThat(wire.get("/").reply().body()).isEqualTo(REPLY.body());
    }
  }

  @Test
  void dripsNothingMoreToWhoHasGone() throws Exception {
    Delivery slow = new Delivery.Dripping(REPLY, 1, Duration.ofMinutes(1));
    HttpListener listener = listen(slow);
    try (Wire wire = new Wire(listener.port())) {
      wire.get("/").tryReply();
    }

    listener.close(); // would take five seconds if the request ran on
  }

  @Test
  void closesWithoutAWord() throws Exception {
    try (HttpListener listener = listen(new Delivery.Silence(Optional.of(REPLY)));
        Wire wire = new Wire(listener.port())) {
      assertThat(wire.get("/").ended()).isTrue();
    }
  }

  @Test
  void resetsBeforeTheReply() throws Exception {
    try (HttpListener listener = listen(new Delivery.Reset(Optional.empty(), Moment.BEFORE));
        Wire wire = new Wire(listener.port())) {
      wire.get("/");

      assertThatThrownBy(wire::reply)
          .isInstanceOf(SocketException.class)
          .hasMessageContaining("reset");
    }
  }

  @Test
  void resetsInsideTheReply() throws Exception {
    try (HttpListener listener = listen(new Delivery.Reset(Optional.of(REPLY), Moment.INSIDE));
        Wire wire = new Wire(listener.port())) {
      wire.get("/");

      assertThatThrownBy(
              () -> {
                Wire.Reply reply = wire.reply();
                assertThat(reply.status()).isEqualTo(200);
              })
          .isInstanceOf(SocketException.class)
          .hasMessageContaining("reset");
    }
  }

  @Test
  void resetsBehindTheReply() throws Exception {
    try (HttpListener listener = listen(new Delivery.Reset(Optional.of(REPLY), Moment.AFTER));
        Wire wire = new Wire(listener.port())) {
      wire.get("/");

      assertThatThrownBy(
              () -> {
                // Whether the reply arrives is a matter of luck; that no other can follow is not.
                wire.reply();
                assertThat(wire.ended()).isFalse();
              })
          .isInstanceOf(IOException.class);
    }
  }

  private HttpListener listen(Delivery delivery) throws IOException {
    RequestHandler handler =
        new RequestHandler() {
          @Override
          public WebReply handle(WebRequest request, String source) {
            throw new AssertionError("the delivery was asked for");
          }

          @Override
          public Delivery deliver(WebRequest request, String source) {
            return delivery;
          }
        };
    return HttpListener.start(HttpOptions.loopback(), handler, time);
  }
}
