// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.time.Time;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Netty's buffers are all given back, whatever a client does. */
@Timeout(60)
class LeakTest {

  private static final int ROUNDS = 10;

  private static final String[] BEHAVIOURS = {
    "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello",
    "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 50\r\n\r\nhalf a body",
    "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n",
    "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
    "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 999999999\r\n\r\nmore than that",
    "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\n!".repeat(40),
    "POST /spooled HTTP/1.1\r\nHost: a\r\nContent-Length: 1200000\r\n\r\n" + "x".repeat(1_100_000),
    "GET /streamed HTTP/1.1\r\nHost: a\r\n\r\n",
    "GET / HTTP/1.1\r\nHo",
    "\u0001\u0002\u0003\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n",
  };

  @Test
  void leaksNothing() throws Exception {
    assertThat(ResourceLeakDetector.getLevel()).isEqualTo(ResourceLeakDetector.Level.PARANOID);
    try (HttpListener listener =
        HttpListener.start(
            HttpOptions.loopback().with(Limits.DEFAULT.withSpooling("/spooled"::equals)),
            (request, source) ->
                new WebReply(
                    200,
                    Headers.NONE,
                    request.path().equals("/streamed")
                        ? Body.of(1 << 20, () -> new ByteArrayInputStream(new byte[1 << 20]))
                        : request.body()),
            Time.system())) {
      for (int i = 0; i < ROUNDS; i++) {
        for (String behaviour : BEHAVIOURS) {
          try (Wire wire = new Wire(listener.port())) {
            wire.say(behaviour);
            wire.get("/").tryReply();
          }
        }
      }
    }

    collect();

    assertThat(LeakRecorder.leaks()).isEmpty();
  }

  /** Netty looks at what the collector has found whenever it hands out a buffer. */
  private static void collect() {
    for (int i = 0; i < 5; i++) {
      System.gc();
      ByteBuf buffer = PooledByteBufAllocator.DEFAULT.directBuffer();
      buffer.release();
    }
  }
}
