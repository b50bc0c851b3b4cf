// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.WebRequest;
import dev.hongyan.time.Randomness;
import dev.hongyan.time.Time;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class LimitsTest {

  private static final Duration SHORT = Duration.ofMillis(200);
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final int FAST = 1 << 30;
  private static final String POST = "POST /p HTTP/1.1\r\nHost: a\r\n";

  private final Watcher watcher = new Watcher();
  private final List<AutoCloseable> open = new ArrayList<>();

  /** Answers every request with its body's length and remembers what was refused. */
  private static final class Watcher implements RequestHandler {

    final BlockingQueue<String> refused = new LinkedBlockingQueue<>();
    final BlockingQueue<String> handled = new LinkedBlockingQueue<>();

    @Override
    public WebReply handle(WebRequest request, String source) {
      handled.add(request.path());
      return new WebReply(200, Headers.NONE, Body.of("" + request.body().length()));
    }

    @Override
    public void refused(int status, String reason, String source) {
      refused.add(status + " " + reason + " " + source);
    }
  }

  @AfterEach
  void closeAll() throws Exception {
    for (AutoCloseable each : open.reversed()) {
      each.close();
    }
  }

  @Test
  void takesARequestLineJustBelowTheLimit() throws IOException {
    String target = "/?" + "q".repeat(Limits.REQUEST_LINE - "GET /? HTTP/1.1".length());

    assertThat(connect(Limits.DEFAULT).get(target).reply().status()).isEqualTo(200);
  }

  @Test
  void refusesALongRequestLine() throws Exception {
    Wire wire = connect(Limits.DEFAULT);

    wire.say("GET /" + "q".repeat(Limits.REQUEST_LINE));

    assertRefused(wire, 414);
  }

  @Test
  void refusesAHeaderOfAMegabyte() throws Exception {
    Wire wire = connect(Limits.DEFAULT);

    wire.say("GET / HTTP/1.1\r\nHost: a\r\nCookie: " + "c".repeat(1 << 20));

    assertRefused(wire, 431);
  }

  @Test
  void refusesManySmallHeaders() throws Exception {
    Wire wire = connect(Limits.DEFAULT);

    wire.say("GET / HTTP/1.1\r\nHost: a\r\n" + "a: b\r\n".repeat(10_000));

    assertRefused(wire, 431);
  }

  @Test
  void takesABodyOfTheLimitAndNotOneByteMore() throws Exception {
    Wire wire = connect(Limits.DEFAULT.withBody(path -> 70_000));

    wire.say(POST + "Content-Length: 70000\r\n\r\n" + "b".repeat(70_000));
    assertThat(wire.reply().text()).isEqualTo("70000");

    wire.say(POST + "Content-Length: 70001\r\n\r\n");
    assertRefused(wire, 413);
  }

  @Test
  void choosesTheLimitOfABodyByPath() throws Exception {
    Limits limits = Limits.DEFAULT.withBody(path -> path.equals("/p") ? 10 : 0);
    Wire wire = connect(limits);

    wire.say(POST + "Content-Length: 10\r\n\r\n0123456789");
    assertThat(wire.reply().text()).isEqualTo("10");

    wire.say(POST.replace("/p", "/other") + "Content-Length: 1\r\n\r\n");
    assertRefused(wire, 413);
  }

  @Test
  void answersAnEndlessBodyBeforeItIsRead() throws Exception {
    Wire wire = connect(Limits.DEFAULT);

    wire.say(POST + "Content-Length: 104857600\r\n\r\n");

    assertRefused(wire, 413);
  }

  @Test
  void answersAHundredMegabytesThatAreSentAllTheSame() throws Exception {
    Wire wire = connect(Limits.DEFAULT);

    wire.say(POST + "Content-Length: 104857600\r\n\r\n");
    byte[] piece = new byte[1 << 20];
    for (int i = 0; i < 100; i++) {
      try {
        wire.say(piece);
      } catch (IOException _) {
        break; // cut off, as it deserves
      }
    }

    assertThat(wire.reply().status()).isEqualTo(413);
  }

  @Test
  void refusesChunksBeyondTheLimit() throws Exception {
    Wire wire = connect(Limits.DEFAULT.withBody(path -> 10));

    wire.say(POST + "Transfer-Encoding: chunked\r\n\r\n8\r\n12345678\r\n8\r\n12345678\r\n");

    assertRefused(wire, 413);
  }

  @Test
  void invitesNoBodyThatIsTooLong() throws Exception {
    Wire wire = connect(Limits.DEFAULT.withBody(path -> 10));

    wire.say(POST + "Expect: 100-continue\r\nContent-Length: 11\r\n\r\n");

    assertRefused(wire, 413);
  }

  @Test
  void boundsTheBodiesInMemory() throws Exception {
    Held held = new Held();
    HttpListener listener = listen(limits(40 << 10, 100, LONG), held);
    String request = POST + "Content-Length: 30000\r\n\r\n" + "b".repeat(30_000);

    Wire first = connect(listener).say(request);
    assertThat(held.holds(1)).isTrue();
    Wire second = connect(listener).say(request);
    assertThat(second.reply().status()).isEqualTo(503);
    held.letGo.countDown();

    assertThat(first.reply().status()).isEqualTo(200);
  }

  @Test
  void givesTheMemoryOfBodiesBack() throws Exception {
    Wire wire = connect(limits(40 << 10, 100, LONG));

    for (int i = 0; i < 10; i++) {
      wire.say(POST + "Content-Length: 30000\r\n\r\n" + "b".repeat(30_000));
      assertThat(wire.reply().text()).isEqualTo("30000");
    }
  }

  @Test
  void endsAHalfRequestLine() throws Exception {
    Wire wire = connect(limits(1 << 20, 100, SHORT));

    wire.say("GET / HT");

    assertRefused(wire, 408);
  }

  @Test
  void endsHalfAHeadHoweverItDrips() throws Exception {
    Wire wire = connect(limits(1 << 20, 100, SHORT));

    wire.say("GET / HTTP/1.1\r\nHost: a\r\n");
    wire.say("Cookie: a=1\r\n");

    assertRefused(wire, 408);
  }

  @Test
  void endsHalfABody() throws Exception {
    Wire wire = connect(limits(1 << 20, 100, SHORT));

    wire.say(POST + "Content-Length: 10\r\n\r\n12345");

    assertRefused(wire, 408);
    assertThat(watcher.handled).isEmpty();
  }

  @Test
  void endsASilentConnectionWithoutAWord() throws Exception {
    Wire wire = connect(limits(1 << 20, 100, SHORT));

    assertThat(wire.ended()).isTrue();
    assertThat(watcher.refused).isEmpty();
  }

  @Test
  void endsAnIdleConnectionWithoutAWord() throws Exception {
    Wire wire = connect(limits(1 << 20, 100, SHORT));

    assertThat(wire.get("/").reply().status()).isEqualTo(200);

    assertThat(wire.ended()).isTrue();
    assertThat(watcher.refused).isEmpty();
  }

  @Test
  void cutsOffAClientThatDoesNotTakeItsAnswer() throws Exception {
    Body large = Body.of(new byte[32 << 20]);
    BlockingQueue<Thread> threads = new LinkedBlockingQueue<>();
    HttpListener listener =
        listen(
            limits(0, 9, SHORT),
            (request, source) -> {
              threads.add(Thread.currentThread());
              return new WebReply(200, Headers.NONE, large);
            });

    Wire wire = connect(listener).get("/");

    // The thread lasts until the answer is written, which it never is, or the connection is cut.
    assertThat(threads.take().join(Duration.ofSeconds(10))).isTrue();
    assertThatThrownBy(() -> assertThat(wire.reply().body().length()).isEqualTo(large.length()))
        .isInstanceOfAny(IOException.class, AssertionError.class);
  }

  @Test
  void tellsOneConnectionTooManyAndServesTheOthers() throws Exception {
    HttpListener listener = listen(limits(1 << 20, 2, LONG));
    Wire first = connect(listener);
    Wire second = connect(listener);
    assertThat(first.get("/1").reply().status()).isEqualTo(200);
    assertThat(second.get("/2").reply().status()).isEqualTo(200);

    assertRefused(connect(listener).get("/3"), 503);

    assertThat(first.get("/4").reply().status()).isEqualTo(200);
    assertThat(watcher.handled).containsExactly("/1", "/2", "/4");
  }

  @Test
  void givesThePlacesOfClosedConnectionsToOthers() throws Exception {
    HttpListener listener = listen(limits(1 << 20, 2, LONG));

    for (int i = 0; i < 20; i++) {
      Wire wire = connect(listener);
      wire.say("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
      assertThat(wire.reply().status()).isEqualTo(200);
      assertThat(wire.ended()).isTrue();
      wire.close();
      connect(listener).get("/").reply(); // after it the place of the first is known to be free
      open.removeLast().close();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0016\u0003\u0001\u0002\u0000\u0001\r\n\r\n",
        "hello\r\n\r\n",
        "GET /\r\n\r\n",
        "GET / FTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost:\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a b\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a:99999\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a@b\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n",
        "GET * HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET ftp://a/ HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET http:///x HTTP/1.1\r\nHost: a\r\n\r\n",
        "CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nno colon\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nBad Name: x\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n",
      })
  void refusesWhatIsNotHttp(String bytes) throws Exception {
    Wire wire = connect(Limits.DEFAULT);

    wire.say(bytes.getBytes(StandardCharsets.ISO_8859_1));

    assertRefused(wire, 400);
    assertThat(watcher.handled).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "505, PRI * HTTP/2.0",
    "417, GET / HTTP/1.1|Host: a|Expect: a miracle",
    "501, 'POST / HTTP/1.1|Host: a|Transfer-Encoding: gzip, chunked'",
  })
  void refusesWhatItCannotDo(int status, String head) throws Exception {
    Wire wire = connect(Limits.DEFAULT);

    wire.say(head.replace("|", "\r\n") + "\r\n\r\n");

    assertRefused(wire, status);
  }

  @Test
  void answersTheGoodRequestBeforeTheBadOne() throws Exception {
    Wire wire = connect(Limits.DEFAULT);

    wire.get("/good").say("garbage\r\n\r\n");

    assertThat(wire.reply().status()).isEqualTo(200);
    assertRefused(wire, 400);
  }

  @Test
  void survivesRandomBytes() throws Exception {
    HttpListener listener = listen(Limits.DEFAULT);
    Randomness random = Randomness.seeded(4711);

    for (int i = 0; i < 200; i++) {
      byte[] bytes = random.bytes(1 + random.nextInt(3_000));
      try (Wire wire = connect(listener)) {
        wire.say(bytes);
      }
    }

    assertThat(connect(listener).get("/alive").reply().status()).isEqualTo(200);
  }

  @Test
  void takesRawBytesAboveAsciiInATarget() throws Exception {
    Wire wire = connect(Limits.DEFAULT);

    assertThat(wire.get("/雁?q=鸿").reply().status()).isEqualTo(200);

    assertThat(watcher.handled).containsExactly("/%E9%9B%81");
  }

  private void assertRefused(Wire wire, int status) throws Exception {
    Wire.Reply reply = wire.reply();
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.first("Connection")).contains("close");
    assertThat(reply.text()).isNotBlank();
    assertThat(wire.ended()).isTrue();
    assertThat(watcher.refused.poll(5, TimeUnit.SECONDS))
        .isEqualTo(status + " " + reply.text().strip() + " 127.0.0.1");
  }

  private static Limits limits(long bodies, int connections, Duration time) {
    return new Limits(
        Limits.REQUEST_LINE,
        Limits.HEADERS,
        path -> 1 << 20,
        path -> false,
        bodies,
        Limits.SPOOLED,
        connections,
        time,
        time,
        time,
        time,
        FAST);
  }

  private HttpListener listen(Limits limits) throws IOException {
    return listen(limits, watcher);
  }

  private HttpListener listen(Limits limits, RequestHandler handler) throws IOException {
    HttpListener listener =
        HttpListener.start(HttpOptions.loopback().with(limits), handler, Time.system());
    open.add(listener);
    return listener;
  }

  private Wire connect(Limits limits) throws IOException {
    return connect(listen(limits));
  }

  private Wire connect(HttpListener listener) throws IOException {
    Wire wire = new Wire(listener.port());
    open.add(wire);
    return wire;
  }
}
