// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hongyan.client.http.HttpTransport.Limits;
import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.WebRequest;
import dev.hongyan.time.Time;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every transport does: a whole reply or a {@link IOException}, nothing else. */
@Timeout(60)
abstract class HttpTransportContract {

  private static final Limits LIMITS = new Limits(Duration.ofSeconds(20), 1000);
  private static final Limits HASTY = new Limits(Duration.ofMillis(300), 1000);

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

  @Test
  void carriesRequestAndReply() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.saying(
            "HTTP/1.1 301 Moved\r\nLocation: http://example.invalid/\r\nContent-Length: 2\r\n"
                + "Set-Cookie: a=1\r\nSet-Cookie: b=2\r\n\r\nhi")) {
      WebRequest request =
          new WebRequest(
              "POST",
              "http",
              server.authority(),
              "/cgi-bin/x",
              "a=%2B&b=1_2%7C3",
              Headers.NONE.and("Cookie", "q=\"a/b+c==\"").and("User-Agent", "Hongyan"),
              Body.of("{}"));

      WebReply reply = transport.exchange(request, LIMITS);

      assertThat(reply.status()).isEqualTo(301);
      assertThat(reply.body().text()).isEqualTo("hi");
      assertThat(reply.headers().all("set-cookie")).containsExactly("a=1", "b=2");
      assertThat(server.heads())
          .singleElement()
          .asString()
          .startsWith("POST /cgi-bin/x?a=%2B&b=1_2%7C3 HTTP/1.1\r\n")
          .contains("Host: " + server.authority() + "\r\n")
          .contains("Content-Length: 2\r\n")
          .contains("Cookie: q=\"a/b+c==\"\r\n")
          .contains("User-Agent: Hongyan\r\n")
          .containsIgnoringCase("Accept-Encoding: gzip\r\n")
          .doesNotContainIgnoringCase("upgrade");
    }
  }

  @Test
  void unpacksGzip() throws Exception {
    try (ScriptedServer server = new ScriptedServer((_, out) -> out.write(packed("鸿雁")))) {
      WebReply reply = transport.exchange(get(server), LIMITS);

      assertThat(reply.body().text()).isEqualTo("鸿雁");
      assertThat(reply.headers().first("Content-Encoding")).isEmpty();
    }
  }

  @Test
  void readsAChunkedBody() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.saying(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n1\r\nc\r\n0\r\n\r\n")) {
      assertThat(transport.exchange(get(server), LIMITS).body().text()).isEqualTo("abc");
    }
  }

  @Test
  void takesABodyOfExactlyTheLimit() throws Exception {
    String body = "x".repeat(LIMITS.bodyBytes());
    try (ScriptedServer plain = ScriptedServer.saying(ok(body));
        ScriptedServer gzip = new ScriptedServer((_, out) -> out.write(packed(body)))) {
      assertThat(transport.exchange(get(plain), LIMITS).body().text()).isEqualTo(body);
      assertThat(transport.exchange(get(gzip), LIMITS).body().text()).isEqualTo(body);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\r\n",
        "H",
        "HTTP/1.1 200 OK\r\nContent-Le",
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nab",
        "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nab",
        "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\nab",
        "HTTP/1.1 abc OK\r\n\r\n",
        "HTTP/1.1 999 Odd\r\nContent-Length: 0\r\n\r\n",
        "\u0000\u0001\u0002\u0003 garbage\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab",
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc",
      })
  void aBrokenReplyIsAnIoException(String reply) {
    try (ScriptedServer server = ScriptedServer.saying(reply)) {
      assertFails(get(server), LIMITS);
    }
  }

  @Test
  void aGzipCutAnywhereIsAnIoException() throws IOException {
    byte[] whole = gzip("some text that is packed");
    for (int cut = 1; cut < whole.length; cut++) {
      byte[] part = Arrays.copyOf(whole, cut);
      try (ScriptedServer server = new ScriptedServer((_, out) -> writePacked(out, part))) {
        assertFails(get(server), LIMITS);
      }
    }
  }

  @Test
  void aBodyOverTheLimitIsAnIoException() throws IOException {
    byte[] bomb = gzip("x".repeat(1_000_000));
    try (ScriptedServer announced = ScriptedServer.saying(ok("x".repeat(1001)));
        ScriptedServer endless = new ScriptedServer((_, out) -> writeForEver(out));
        ScriptedServer packed = new ScriptedServer((_, out) -> writePacked(out, bomb))) {
      assertThat(bomb.length).isGreaterThan(LIMITS.bodyBytes() / 2);
      assertFails(get(announced), LIMITS);
      assertFails(get(endless), LIMITS);
      assertFails(get(packed), new Limits(LIMITS.deadline(), bomb.length));
    }
  }

  @Test
  void theDeadlineCoversSilence() {
    try (ScriptedServer server = new ScriptedServer((connection, _) -> waitForEnd(connection))) {
      assertFails(get(server), HASTY);
    }
  }

  @Test
  void theDeadlineCoversTheBody() {
    try (ScriptedServer server =
        new ScriptedServer((connection, out) -> {
          out.write(
              "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nab".getBytes(StandardCharsets.US_ASCII));
          waitForEnd(connection);
        })) {
      assertFails(get(server), HASTY);
    }
  }

  @Test
  void theDeadlineCoversABodyThatDrips() {
    Time time = Time.system();
    try (ScriptedServer server =
        new ScriptedServer((_, out) -> {
          out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
          while (true) {
            out.write('x');
            time.pause(Duration.ofMillis(20));
          }
        })) {
      assertFails(get(server), HASTY);
    }
  }

  @Test
  void aResetIsAnIoException() {
    try (ScriptedServer server =
        new ScriptedServer((connection, out) -> {
          out.write(
              "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nab".getBytes(StandardCharsets.US_ASCII));
          out.flush();
          connection.setSoLinger(true, 0);
        })) {
      assertFails(get(server), LIMITS);
    }
  }

  @Test
  void nobodyListeningIsAnIoException() {
    ScriptedServer server = ScriptedServer.saying("");
    server.close();

    assertFails(get(server), LIMITS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "a|b", "%zz", "\u0000", "a\r\nX: y"})
  void anIllegalAddressIsAnIoExceptionThatDoesNotQuoteIt(String query) {
    String secret = "skey=secret";
    WebRequest request =
        new WebRequest("GET", "http", "127.0.0.1:1", "/", secret + query, Headers.NONE, Body.EMPTY);

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> transport.exchange(request, LIMITS))
        .satisfies(e -> assertThat(stackTrace(e)).doesNotContain("secret"));
  }

  @Test
  void anInterruptGivesTheRequestUp() {
    try (ScriptedServer server = new ScriptedServer((connection, _) -> waitForEnd(connection))) {
      Thread.currentThread().interrupt();

      assertThatExceptionOfType(InterruptedException.class)
          .isThrownBy(() -> transport.exchange(get(server), LIMITS));
      assertThat(Thread.interrupted()).isFalse();
    }
  }

  private void assertFails(WebRequest request, Limits limits) {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> transport.exchange(request, limits));
  }

  private static WebRequest get(ScriptedServer server) {
    return new WebRequest("GET", "http", server.authority(), "/", "", Headers.NONE, Body.EMPTY);
  }

  private static String ok(String body) {
    return "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
  }

  private static byte[] packed(String text) throws IOException {
    ByteArrayOutputStream reply = new ByteArrayOutputStream();
    writePacked(reply, gzip(text));
    return reply.toByteArray();
  }

  private static void writePacked(OutputStream out, byte[] packed) throws IOException {
    String head = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + packed.length;
    out.write((head + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    out.write(packed);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream packing = new GZIPOutputStream(bytes)) {
      packing.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static void writeForEver(OutputStream out) throws IOException {
    out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    while (true) {
      out.write(new byte[1000]);
    }
  }

  private static void waitForEnd(Socket connection) throws IOException {
    long unread = connection.getInputStream().transferTo(OutputStream.nullOutputStream());
    assertThat(unread).isZero();
  }

  private static String stackTrace(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
