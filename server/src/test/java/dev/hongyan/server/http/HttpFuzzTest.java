// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.hongyan.protocol.WebRequest;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpObject;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever comes in on a connection: requests with an address that is one, then at most one
 * refusal, the same however the bytes are cut; and all memory is given back.
 */
class HttpFuzzTest {

  private static final long MEMORY = 1 << 20;
  private static final String HOST = "127.0.0.1:7600";

  static Stream<byte[]> seeds() {
    return Stream.of(
            "GET /a?b=c HTTP/1.1\r\nHost: wx.qq.com\r\n\r\n",
            "POST //cgi-bin//x HTTP/1.1\r\nHost: [::1]:80\r\nContent-Length: 2\r\n\r\n{}GET /",
            "PUT / HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\n\n2;x\r\n{}\r\n0\r\n\r\n",
            "GET http://wx.qq.com:443/?a=\u00e9 HTTP/1.0\r\n\r\nGET / HTTP/1.1\r\n\r\n",
            "PUT / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\n!",
            "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0",
            "GET / HTTP/2.0\r\nHost: a\r\nContent-Length: 99999999\r\n\r\n",
            "\r\n\r\nGET / HTTP/1.1\nHost: a\nX:\n y\n\n",
            "\u0016\u0003\u0001\u0002\u0000\u0001")
        .map(text -> text.getBytes(ISO_8859_1));
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void connections(byte @Nullable [] bytes) {
    byte[] given = bytes == null ? new byte[0] : bytes;

    List<String> atOnce = read(given, Math.max(1, given.length));

    assertThat(read(given, 1)).isEqualTo(atOnce);
    assertThat(read(given, 7)).isEqualTo(atOnce);
  }

  /** What comes of bytes that arrive so many at a time. */
  private static List<String> read(byte[] bytes, int step) {
    Budget memory = new Budget(MEMORY);
    Budget disk = new Budget(MEMORY);
    RequestReader reader = new RequestReader(Limits.DEFAULT, memory, disk, HOST, false);
    List<String> seen = new ArrayList<>();
    EmbeddedChannel channel = new EmbeddedChannel(new RequestDecoder(Limits.DEFAULT));
    for (int at = 0; at < bytes.length; at += step) {
      channel.writeInbound(Unpooled.copiedBuffer(bytes, at, Math.min(step, bytes.length - at)));
      for (HttpObject piece = channel.readInbound(); piece != null; piece = channel.readInbound()) {
        reader.read(piece).map(HttpFuzzTest::told).ifPresent(seen::add);
        ReferenceCountUtil.release(piece);
      }
    }
    reader.drop();
    channel.finishAndReleaseAll();
    assertThat(memory.left()).isEqualTo(MEMORY);
    assertThat(disk.left()).isEqualTo(MEMORY);
    return seen;
  }

  private static String told(Arrival arrival) {
    return switch (arrival) {
      case Arrival.Refusal(int status, String reason) -> {
        assertThat(status).isBetween(400, 599);
        yield status + " " + reason;
      }
      case Arrival.Request(WebRequest request, boolean reusable, _, BodyBuffer body) -> {
        assertThat(request.path()).startsWith("/").doesNotContain("//").matches("[!-~]+");
        assertThat(request.query()).matches("[!-~]*");
        assertThat(request.authority()).matches("[A-Za-z0-9._:\\[\\]-]+");
        String text = request.body().text();
        body.drop();
        yield request.method()
            + request.authority()
            + request.path()
            + "?"
            + request.query()
            + request.headers().lines()
            + text
            + reusable;
      }
    };
  }
}
