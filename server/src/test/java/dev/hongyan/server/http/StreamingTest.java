// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.WebRequest;
import dev.hongyan.time.Randomness;
import dev.hongyan.time.Time;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Bodies that no memory holds: uploads into files, downloads out of streams. */
@Timeout(30)
class StreamingTest {

  private static final int LENGTH = 3 << 20;

  private final byte[] content = Randomness.seeded(4).bytes(LENGTH);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final AtomicLong read = new AtomicLong();
  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void closeAll() throws Exception {
    for (AutoCloseable each : open.reversed()) {
      each.close();
    }
  }

  /** Counts what was read of it, and tells when it is closed. */
  private final class Watched extends ByteArrayInputStream {

    Watched(byte[] bytes) {
      super(bytes);
    }

    @Override
    public synchronized int read(byte[] into, int from, int most) {
      int got = super.read(into, from, most);
      read.addAndGet(Math.max(0, got));
      return got;
    }

    @Override
    public void close() {
      closed.countDown();
    }
  }

  @Test
  void aStreamedReplyArrivesWholeAndTheConnectionGoesOn() throws Exception {
    Wire wire = connect(download(content, LENGTH));

    assertThat(wire.get("/a").reply().body()).isEqualTo(Body.of(content));
    assertThat(closed.await(5, TimeUnit.SECONDS)).isTrue();
    assertThat(wire.get("/b").reply().body()).isEqualTo(Body.of(content));
  }

  @Test
  void aHeadOfOneOpensNothing() throws Exception {
    Wire wire = connect(download(content, LENGTH));

    Wire.Reply reply = wire.say("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n").reply(false);

    assertThat(reply.first("Content-Length")).contains("" + LENGTH);
    assertThat(wire.get("/b").reply().status()).isEqualTo(200);
    assertThat(read).hasValue(LENGTH);
  }

  @Test
  void aClientThatGoesAwayEndsTheReading() throws Exception {
    Wire wire = connect(download(new byte[200 << 20], 200 << 20));

    wire.get("/").tryReply();
    wire.close();

    assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(read.get()).isLessThan(100L << 20);
  }

  @Test
  void aClientThatDoesNotReadFillsNoMemory() throws Exception {
    Wire wire = connect(download(new byte[200 << 20], 200 << 20));

    wire.get("/").tryReply();
    long before = -1;
    while (before != read.get()) {
      before = read.get();
      wire.tryReply();
    }

    assertThat(read.get()).isLessThan(32L << 20);
  }

  @Test
  void aReplyThatBreaksOffIsNotTakenForWhole() throws Exception {
    Wire wire = connect(download(content, LENGTH + 1));

    Wire.Reply reply = wire.get("/").reply();

    assertThat(reply.body()).isEqualTo(Body.of(content));
    assertThat(wire.ended()).isTrue();
  }

  @Test
  void aReplyThatCannotBeOpenedIsAFailure() throws Exception {
    Wire wire =
        connect((request, source) ->
            new WebReply(
                200,
                Headers.NONE,
                Body.of(
                    5,
                    () -> {
                      throw new IOException("gone");
                    })));

    assertThat(wire.get("/").reply().status()).isEqualTo(500);
    assertThat(wire.get("/").reply().status()).isEqualTo(500);
  }

  @Test
  void aLongUploadIsReadFromAFileThatIsGoneAfterwards() throws Exception {
    List<Body> bodies = new ArrayList<>();
    Wire wire =
        connect((request, source) -> {
          bodies.add(request.body());
          return digest(request);
        });

    wire.say("POST /upload HTTP/1.1\r\nHost: a\r\nContent-Length: " + LENGTH + "\r\n\r\n");
    wire.say(content);

    assertThat(wire.reply().text()).isEqualTo("" + Arrays.hashCode(content));
    assertThat(bodies.getFirst().isInMemory()).isFalse();
    assertThat(wire.get("/").reply().status()).isEqualTo(200);
    assertThat(bodies.getFirst()).satisfies(StreamingTest::isGone);
  }

  @Test
  void aShortUploadStaysInMemory() throws Exception {
    Wire wire =
        connect((request, source) ->
            new WebReply(200, Headers.NONE, Body.of("" + request.body().isInMemory())));

    wire.say("POST /upload HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n");
    wire.say(new byte[1000]);

    assertThat(wire.reply().text()).isEqualTo("true");
  }

  private static void isGone(Body body) {
    try (InputStream in = body.open()) {
      throw new AssertionError("still there: " + in.available());
    } catch (IOException expected) {
      assertThat(expected).isInstanceOf(ClosedChannelException.class);
    }
  }

  private static WebReply digest(WebRequest request) {
    try (InputStream in = request.body().open()) {
      int hash = Arrays.hashCode(in.readAllBytes());
      return new WebReply(200, Headers.NONE, Body.of("" + hash));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private RequestHandler download(byte[] bytes, long announced) {
    return (request, source) ->
        new WebReply(200, Headers.NONE, Body.of(announced, () -> new Watched(bytes)));
  }

  private Wire connect(RequestHandler handler) throws IOException {
    Limits limits = Limits.DEFAULT.withBody(path -> 26 << 20).withSpooling("/upload"::equals);
    HttpListener listener =
        HttpListener.start(HttpOptions.loopback().with(limits), handler, Time.system());
    open.add(listener);
    Wire wire = new Wire(listener.port());
    open.add(wire);
    return wire;
  }
}
