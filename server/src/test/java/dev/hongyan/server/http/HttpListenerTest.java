// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.WebRequest;
import dev.hongyan.time.Time;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class HttpListenerTest {

  private static final String LONG = "鸿雁".repeat(2_000);

  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void closeAll() throws Exception {
    for (AutoCloseable each : open.reversed()) {
      each.close();
    }
  }

  @Test
  void handsOverTheRequestAsItCame() throws IOException {
    Wire wire = connect(echo());

    wire.say(
        "POST /cgi-bin//mmwebwx-bin///login?sid=a+b%2F@&x=//y HTTP/1.1\r\nhOsT: Wx.qq.com:8080\r\n"
            + "Cookie: a=\"1\"\r\nCookie: b=2==\r\nContent-Length: 6\r\n\r\n鸿雁");

    assertThat(wire.reply().text().lines())
        .containsExactly(
            "POST http Wx.qq.com:8080 /cgi-bin/mmwebwx-bin/login sid=a+b%2F@&x=//y from 127.0.0.1",
            "hOsT: Wx.qq.com:8080",
            "Cookie: a=\"1\"",
            "Cookie: b=2==",
            "Content-Length: 6",
            "",
            "鸿雁");
  }

  @Test
  void joinsChunks() throws IOException {
    Wire wire = connect((request, source) -> ok(request.body().text()));

    wire.say("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
    wire.say("3\r\nabc\r\n4;x=y\r\ndefg\r\n0\r\nTrailer: t\r\n\r\n");

    assertThat(wire.reply().text()).isEqualTo("abcdefg");
  }

  @Test
  void sendsTheHeadersOfTheReplyAndItsOwnThree() throws IOException {
    Headers headers =
        Headers.NONE
            .and("Content-Type", "text/javascript")
            .and("Content-Type", "text/html; charset=gbk")
            .and("Set-Cookie", "a=1")
            .and("Content-Length", "99")
            .and("Connection", "nonsense");
    Wire wire = connect((request, source) -> new WebReply(201, headers, Body.of("x")));

    Wire.Reply reply = wire.get("/jslogin").reply();

    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.all("Content-Type"))
        .containsExactly("text/javascript", "text/html; charset=gbk");
    assertThat(reply.all("Content-Length")).containsExactly("1");
    assertThat(reply.first("Date")).get().asString().endsWith(" GMT");
    assertThat(reply.headers()).hasSize(5);
  }

  @Test
  void keepsTheConnectionForAHundredRequests() throws IOException {
    Wire wire = connect((request, source) -> ok(request.path()));

    for (int i = 0; i < 100; i++) {
      assertThat(wire.get("/" + i).reply().text()).isEqualTo("/" + i);
    }
  }

  @Test
  void answersPipelinedRequestsInOrder() throws IOException {
    Wire wire = connect((request, source) -> ok(request.path() + request.body().text()));

    StringBuilder all = new StringBuilder();
    for (int i = 0; i < 500; i++) {
      all.append("POST /" + i + " HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\n!");
    }
    wire.say(all.toString());

    for (int i = 0; i < 500; i++) {
      assertThat(wire.reply().text()).isEqualTo("/" + i + "!");
    }
  }

  @Test
  void closesWhenAskedTo() throws IOException {
    Wire wire = connect((request, source) -> ok("bye"));

    wire.say("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

    Wire.Reply reply = wire.reply();
    assertThat(reply.text()).isEqualTo("bye");
    assertThat(reply.first("Connection")).contains("close");
    assertThat(wire.ended()).isTrue();
  }

  @Test
  void speaksTheOldVersionWithoutHost() throws IOException {
    HttpListener listener = listen(echo());
    Wire wire = connect(listener);

    wire.say("GET /old HTTP/1.0\r\n\r\n");

    Wire.Reply reply = wire.reply();
    assertThat(reply.text()).startsWith("GET http 127.0.0.1:" + listener.port() + " /old ");
    assertThat(wire.ended()).isTrue();
  }

  @Test
  void keepsAnOldConnectionThatAsksForIt() throws IOException {
    Wire wire = connect((request, source) -> ok(request.path()));

    wire.say("GET /1 HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    assertThat(wire.reply().first("Connection")).contains("keep-alive");

    wire.say("GET /2 HTTP/1.0\r\n\r\n");
    assertThat(wire.reply().text()).isEqualTo("/2");
  }

  @Test
  void invitesTheBodyThatWaitsForIt() throws IOException {
    Wire wire = connect((request, source) -> ok(request.body().text()));

    wire.say("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
    assertThat(wire.reply().status()).isEqualTo(100);

    wire.say("ok");
    assertThat(wire.reply().text()).isEqualTo("ok");
  }

  @Test
  void invitesThePipelinedBodyOnlyInItsTurn() throws Exception {
    Held held = new Held();
    Wire wire = connect(held);

    wire.get("/first").say("POST /second HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\n");
    wire.say("Content-Length: 2\r\n\r\n");
    assertThat(held.holds(1)).isTrue();
    held.letGo.countDown();

    assertThat(wire.reply().text()).isEqualTo("/first");
    assertThat(wire.reply().status()).isEqualTo(100);
    assertThat(wire.say("ok").reply().text()).isEqualTo("/second");
  }

  @Test
  void tellsTheLengthToHeadButNoBody() throws IOException {
    Wire wire = connect((request, source) -> ok("hello"));

    wire.say("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n");

    assertThat(wire.reply(false).first("Content-Length")).contains("5");
    assertThat(wire.get("/").reply().text()).isEqualTo("hello");
  }

  @Test
  void sendsNoLengthWhereThereIsNoBody() throws IOException {
    Wire wire = connect((request, source) -> new WebReply(204, Headers.NONE, Body.EMPTY));

    assertThat(wire.get("/").reply().first("Content-Length")).isEmpty();
    assertThat(wire.get("/").reply().status()).isEqualTo(204);
  }

  @Test
  void understandsAbsoluteTargets() throws IOException {
    Wire wire = connect(echo());

    wire.say("GET http://web.wechat.com?a=b HTTP/1.1\r\nHost: ignored\r\n\r\n");

    assertThat(wire.reply().text()).startsWith("GET http web.wechat.com / a=b ");
  }

  @Test
  void compressesLongTextForWhoAsks() throws IOException {
    Wire wire = connect((request, source) -> ok(LONG));

    wire.say("GET / HTTP/1.1\r\nHost: a\r\nAccept-Encoding: deflate, gzip;q=0.5\r\n\r\n");

    Wire.Reply reply = wire.reply();
    assertThat(reply.first("Content-Encoding")).contains("gzip");
    assertThat(reply.body().length()).isLessThan(LONG.length());
    assertThat(new GZIPInputStream(new ByteArrayInputStream(reply.body().bytes())).readAllBytes())
        .isEqualTo(LONG.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "two\r\nSet-Cookie: evil=1",
        "two\nlines",
        "two\rlines",
        "\u560d\u560aSet-Cookie: evil=1",
        "nul\0"
      })
  void letsNoReplyHeaderBecomeTwo(String value) throws IOException {
    Wire wire =
        connect((request, source) -> new WebReply(200, Headers.NONE.and("X", value), Body.EMPTY));

    Wire.Reply reply = wire.get("/").reply();

    assertThat(reply.all("Set-Cookie")).isEmpty();
    assertThat(reply.headers()).noneMatch(line -> line.contains("lines"));
    assertThat(wire.get("/").reply().status()).isEqualTo(reply.status());
  }

  @Test
  void letsNoReplyHeaderNameBecomeTwo() throws IOException {
    Headers headers = Headers.NONE.and("X: 1\r\nSet-Cookie", "evil=1");
    Wire wire = connect((request, source) -> new WebReply(200, headers, Body.EMPTY));

    Wire.Reply reply = wire.get("/").reply();

    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.all("Set-Cookie")).isEmpty();
  }

  @Test
  void answersAFailureOfTheHandlerAndGoesOn() throws IOException {
    Wire wire =
        connect((request, source) -> {
          if (request.path().equals("/bad")) {
            throw new IllegalStateException("planted");
          }
          return ok("good");
        });

    Wire.Reply bad = wire.get("/bad").reply();

    assertThat(bad.status()).isEqualTo(500);
    assertThat(bad.text()).isEqualTo("{}");
    assertThat(wire.get("/good").reply().text()).isEqualTo("good");
  }

  @Test
  void answersAReplyThatIsNone() throws IOException {
    Wire wire = connect((request, source) -> new WebReply(100, Headers.NONE, Body.EMPTY));

    assertThat(wire.get("/").reply().status()).isEqualTo(500);
  }

  @Test
  void servesTheClientOfTheJdk() throws Exception {
    HttpListener listener = listen((request, source) -> ok(request.body().text()));
    URI uri = URI.create("http://127.0.0.1:" + listener.port() + "/webwxsync");

    try (HttpClient client = HttpClient.newHttpClient()) {
      for (int i = 0; i < 20; i++) {
        HttpRequest request =
            HttpRequest.newBuilder(uri).POST(HttpRequest.BodyPublishers.ofString(LONG)).build();
        assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).body())
            .isEqualTo(LONG);
      }
    }
  }

  @Test
  void deliversALongReplyWhole() throws IOException {
    byte[] large = new byte[8 << 20];
    Wire wire =
        connect((request, source) -> new WebReply(200, Headers.NONE, Body.of(large.clone())));

    assertThat(wire.get("/").reply().body().length()).isEqualTo(large.length);
  }

  @Test
  void saysWhichPortCannotBeHad() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      HttpOptions options =
          new HttpOptions("127.0.0.1", taken.getLocalPort(), Optional.empty(), Limits.DEFAULT);

      assertThatThrownBy(() -> HttpListener.start(options, echo(), Time.system()))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("127.0.0.1:" + taken.getLocalPort());
    }
  }

  private static RequestHandler echo() {
    return (request, source) -> ok(describe(request) + " from " + source + lines(request));
  }

  private static String describe(WebRequest r) {
    return String.join(" ", r.method(), r.scheme(), r.authority(), r.path(), r.query());
  }

  private static String lines(WebRequest request) {
    StringBuilder lines = new StringBuilder("\n");
    request.headers().lines().forEach(l -> lines.append(l.name() + ": " + l.value() + "\n"));
    return lines + "\n" + request.body().text();
  }

  private static WebReply ok(String text) {
    return new WebReply(200, Headers.NONE.and("Content-Type", "text/plain"), Body.of(text));
  }

  private HttpListener listen(RequestHandler handler) throws IOException {
    HttpListener listener = HttpListener.start(HttpOptions.loopback(), handler, Time.system());
    open.add(listener);
    return listener;
  }

  private Wire connect(RequestHandler handler) throws IOException {
    return connect(listen(handler));
  }

  private Wire connect(HttpListener listener) throws IOException {
    Wire wire = new Wire(listener.port());
    open.add(wire);
    return wire;
  }
}
