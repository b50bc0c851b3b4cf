// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hongyan.client.http.HttpTransport.FlowLimits;
import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.WebRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every transport does with bodies that are streamed. */
@Timeout(60)
abstract class HttpFlowContract {

  private static final FlowLimits LIMITS =
      new FlowLimits(Duration.ofSeconds(20), Duration.ofSeconds(30), 100_000);

  private final Glass glass = new Glass();
  private HttpTransport transport;

  abstract HttpTransport transport();

  @BeforeEach
  void open() {
    transport = transport();
  }

  @AfterEach
  void close() {
    transport.close();
  }

  /** A sink that remembers. */
  static final class Glass implements BodySink {

    final List<WebReply> heads = new ArrayList<>();
    final ByteArrayOutputStream content = new ByteArrayOutputStream();
    int closed;

    @Override
    public OutputStream open(WebReply head) {
      heads.add(head);
      return new OutputStream() {
        @Override
        public void write(int one) {
          content.write(one);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
          content.write(bytes, offset, length);
        }

        @Override
        public void close() {
          closed++;
        }
      };
    }
  }

  @Test
  void theBodyFlowsIntoTheSink() throws Exception {
    String body = "0123456789".repeat(10_000);
    try (ScriptedServer server =
        ScriptedServer.saying(
            "HTTP/1.1 206 Partial\r\nContent-Length: 100000\r\nContent-Type: video/mp4\r\n\r\n"
                + body)) {
      WebReply reply = transport.exchange(get(server), LIMITS, glass);

      assertThat(reply.status()).isEqualTo(206);
      assertThat(reply.headers().first("content-type")).contains("video/mp4");
      assertThat(reply.body()).isEqualTo(Body.EMPTY);
      assertThat(glass.heads).containsExactly(reply);
      assertThat(glass.content.toString(ISO_8859_1)).isEqualTo(body);
      assertThat(glass.closed).isEqualTo(1);
    }
  }

  @Test
  void anEmptyBodyOpensAndClosesTheSink() throws Exception {
    try (ScriptedServer server = ScriptedServer.saying(ok(""))) {
      WebReply reply = transport.exchange(get(server), LIMITS, glass);

      assertThat(reply.status()).isEqualTo(200);
      assertThat(glass.content.size()).isZero();
      assertThat(glass.closed).isEqualTo(1);
    }
  }

  @Test
  void aPackedBodyComesOutUnpacked() throws Exception {
    try (ScriptedServer server = new ScriptedServer((_, out) -> out.write(packed("鸿雁")))) {
      WebReply reply = transport.exchange(get(server), LIMITS, glass);

      assertThat(reply.headers().first("Content-Encoding")).isEmpty();
      assertThat(glass.content).hasToString("鸿雁");
    }
  }

  @Test
  void aBodyOverTheLimitIsAnIoException() throws IOException {
    byte[] bomb = packed("x".repeat(10_000_000));
    try (ScriptedServer announced = ScriptedServer.saying(ok("x".repeat(100_001)));
        ScriptedServer endless = new ScriptedServer((_, out) -> writeForEver(out));
        ScriptedServer packed = new ScriptedServer((_, out) -> out.write(bomb))) {
      assertFails(get(announced), LIMITS);
      assertThat(glass.heads).isEmpty();
      assertFails(get(endless), LIMITS);
      assertFails(get(packed), LIMITS);
      assertThat(glass.content.size()).isLessThanOrEqualTo(200_000);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HTTP/1.1 200 OK\r\nContent-Le",
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nab",
        "HTTP/1.1 999 Odd\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab",
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc",
      })
  void aBrokenReplyIsAnIoException(String reply) {
    try (ScriptedServer server = ScriptedServer.saying(reply)) {
      assertFails(get(server), LIMITS);
    }
  }

  @Test
  void silenceIsAnIoException() {
    FlowLimits hasty = new FlowLimits(Duration.ofMillis(200), Duration.ofMillis(400), 1000);
    try (ScriptedServer silent =
            new ScriptedServer((connection, _) -> readOn(connection.getInputStream()));
        ScriptedServer halfway =
            new ScriptedServer((connection, out) -> {
              out.write("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nab".getBytes(ISO_8859_1));
              readOn(connection.getInputStream());
            })) {
      assertFails(get(silent), hasty);
      assertFails(get(halfway), hasty);
    }
  }

  @Test
  void aSinkThatCannotBeOpenedIsNoFaultOfTheWay() {
    try (ScriptedServer server = ScriptedServer.saying(ok("abc"))) {
      assertThatExceptionOfType(UncheckedIOException.class)
          .isThrownBy(() ->
              transport.exchange(
                  get(server),
                  LIMITS,
                  _ -> {
                    throw new IOException("no place");
                  }));
    }
  }

  @Test
  void aSinkThatIsFullIsNoFaultOfTheWay() {
    try (ScriptedServer server = ScriptedServer.saying(ok("abc"))) {
      assertThatExceptionOfType(UncheckedIOException.class)
          .isThrownBy(() -> transport.exchange(get(server), LIMITS, _ -> new FullDisk()));
    }
  }

  @Test
  void anInterruptGivesTheRequestUp() {
    try (ScriptedServer server =
        new ScriptedServer((connection, _) -> readOn(connection.getInputStream()))) {
      Thread.currentThread().interrupt();

      assertThatExceptionOfType(InterruptedException.class)
          .isThrownBy(() -> transport.exchange(get(server), LIMITS, glass));
      assertThat(Thread.interrupted()).isFalse();
    }
  }

  @Test
  void aRequestsBodyIsStreamedWithItsLength() throws Exception {
    byte[] content = "0123456789".repeat(100_000).getBytes(ISO_8859_1);
    ByteArrayOutputStream arrived = new ByteArrayOutputStream();
    List<Tap> opened = new ArrayList<>();
    Body body =
        Body.of(
            content.length,
            () -> {
              Tap tap = new Tap(content);
              opened.add(tap);
              return tap;
            });
    try (ScriptedServer server =
        new ScriptedServer((connection, out) -> {
          arrived.write(connection.getInputStream().readNBytes(content.length));
          out.write(ok("thanks").getBytes(ISO_8859_1));
        })) {
      WebReply reply = transport.exchange(post(server, body), LIMITS, glass);

      assertThat(reply.status()).isEqualTo(200);
      assertThat(arrived.toByteArray()).isEqualTo(content);
      assertThat(server.heads()).singleElement().asString().contains("Content-Length: 1000000\r\n");
      assertThat(opened).isNotEmpty().allMatch(tap -> tap.isClosed);
    }
  }

  @Test
  void aRequestsBodyThatCannotBeReadIsAnIoException() {
    Body missing =
        Body.of(
            10,
            () -> {
              throw new IOException("the file is gone");
            });
    try (ScriptedServer server =
        new ScriptedServer((connection, _) -> readOn(connection.getInputStream()))) {
      assertFails(post(server, missing), LIMITS);
    }
  }

  /** A stream that knows whether it was closed. */
  private static final class Tap extends ByteArrayInputStream {
    private volatile boolean isClosed;

    Tap(byte[] content) {
      super(content);
    }

    @Override
    public void close() {
      isClosed = true;
    }
  }

  /** Takes nothing. */
  private static final class FullDisk extends OutputStream {
    @Override
    public void write(int one) throws IOException {
      throw new IOException("no space left");
    }
  }

  private void assertFails(WebRequest request, FlowLimits limits) {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> transport.exchange(request, limits, glass));
    assertThat(glass.closed).isEqualTo(glass.heads.size());
  }

  static WebRequest get(ScriptedServer server) {
    return new WebRequest("GET", "http", server.authority(), "/", "", Headers.NONE, Body.EMPTY);
  }

  private static WebRequest post(ScriptedServer server, Body body) {
    return new WebRequest("POST", "http", server.authority(), "/", "", Headers.NONE, body);
  }

  static String ok(String body) {
    return "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
  }

  private static byte[] packed(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream packing = new GZIPOutputStream(bytes)) {
      packing.write(text.getBytes(UTF_8));
    }
    ByteArrayOutputStream reply = new ByteArrayOutputStream();
    String head = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + bytes.size();
    reply.writeBytes((head + "\r\n\r\n").getBytes(ISO_8859_1));
    reply.writeBytes(bytes.toByteArray());
    return reply.toByteArray();
  }

  private static void writeForEver(OutputStream out) throws IOException {
    out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(ISO_8859_1));
    while (true) {
      out.write(new byte[1000]);
    }
  }

  static void readOn(InputStream in) throws IOException {
    var ignored = in.transferTo(OutputStream.nullOutputStream());
  }
}
