// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.time.Time;
import dev.hongyan.time.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Polls that are held, and what ends them. */
@Timeout(30)
class HoldTest {

  private static final int MANY = 2_000;

  private final Held held = new Held();
  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void closeAll() throws Exception {
    for (AutoCloseable each : open.reversed()) {
      each.close();
    }
  }

  @Test
  void interruptsTheHandlerWhenItsClientGoes() throws Exception {
    HttpListener listener = listen(held);
    Wire wire = connect(listener).get("/synccheck");
    assertThat(held.holds(1)).isTrue();

    wire.close();

    assertThat(held.wereInterrupted(1)).isTrue();
  }

  @Test
  void noticesThatAClientHasGoneBehindAPipelinedRequest() throws Exception {
    HttpListener listener = listen(held);
    Wire wire = connect(listener).get("/synccheck").get("/next");
    assertThat(held.holds(1)).isTrue();

    wire.close();

    assertThat(held.wereInterrupted(1)).isTrue();
    assertThat(held.arrived.availablePermits()).isZero();
  }

  @Test
  void holdsManyAtOnceOnFewThreads() throws Exception {
    HttpListener listener = listen(held);
    int before = platformThreads();

    List<Wire> wires = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      wires.add(connect(listener).get("/" + i));
    }
    assertThat(held.holds(MANY)).isTrue();
    assertThat(platformThreads() - before).isLessThan(20);
    held.letGo.countDown();

    for (int i = 0; i < MANY; i++) {
      assertThat(wires.get(i).reply().text()).isEqualTo("/" + i);
    }
  }

  @Test
  void closesWithinASecondWhileRequestsAreHeld() throws Exception {
    HttpListener listener = listen(held);
    List<Wire> wires = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      wires.add(connect(listener).get("/" + i));
    }
    Wire idle = connect(listener);
    assertThat(held.holds(100)).isTrue();

    long start = Time.system().nanoTime();
    listener.close();
    Duration took = Duration.ofNanos(Time.system().nanoTime() - start);

    assertThat(took).isLessThan(Duration.ofSeconds(1));
    assertThat(held.interrupted.availablePermits()).isEqualTo(100);
    for (Wire wire : wires) {
      Wire.Reply reply = wire.reply();
      assertThat(reply.status()).isEqualTo(503);
      assertThat(reply.first("Connection")).contains("close");
      assertThat(wire.ended()).isTrue();
    }
    assertThat(idle.ended()).isTrue();
    assertThatThrownBy(() -> connect(listener).get("/late").reply())
        .isInstanceOf(IOException.class);
  }

  @Test
  void deliversWhatAHandlerStillSaysWhenTheServerStops() throws Exception {
    Semaphore arrived = new Semaphore(0);
    RequestHandler lastWords =
        (request, source) -> {
          arrived.release();
          try {
            Time.system().pause(Duration.ofMinutes(1));
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
          }
          return new WebReply(200, Headers.NONE, Body.of("window.code=408;"));
        };
    HttpListener listener = listen(lastWords);
    Wire wire = connect(listener).get("/login");
    assertThat(arrived.tryAcquire(10, TimeUnit.SECONDS)).isTrue();

    listener.close();

    assertThat(wire.reply().text()).isEqualTo("window.code=408;");
    assertThat(wire.ended()).isTrue();
  }

  @Test
  void isAnsweredByTheTimeThatVirtualTimeHasMovedOn() throws Exception {
    VirtualTime time = VirtualTime.stepped(Instant.parse("2026-01-01T00:00:00Z"));
    Semaphore arrived = new Semaphore(0);
    RequestHandler hold =
        (request, source) -> {
          arrived.release();
          time.pause(Duration.ofSeconds(25));
          return new WebReply(200, Headers.NONE, Body.of("window.code=408;"));
        };
    HttpListener listener = HttpListener.start(HttpOptions.loopback(), hold, time);
    open.add(listener);
    for (int i = 0; i < 50; i++) {
      Wire wire = connect(listener).get("/login");
      assertThat(arrived.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
      time.advance(Duration.ofSeconds(24));
      assertThat(wire.hasSomething()).isFalse();

      time.advance(Duration.ofSeconds(1));

      assertThat(wire.hasSomething()).isTrue();
      assertThat(wire.reply().text()).isEqualTo("window.code=408;");
    }
  }

  private static int platformThreads() {
    return Thread.getAllStackTraces().size();
  }

  private HttpListener listen(RequestHandler handler) throws IOException {
    HttpListener listener = HttpListener.start(HttpOptions.loopback(), handler, Time.system());
    open.add(listener);
    return listener;
  }

  private Wire connect(HttpListener listener) throws IOException {
    Wire wire = new Wire(listener.port());
    open.add(wire);
    return wire;
  }
}
