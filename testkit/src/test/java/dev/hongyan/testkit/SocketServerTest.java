// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hongyan.server.world.Switch;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A server on a port, whose time the test moves. */
@Timeout(30)
class SocketServerTest {

  private static final String LOGIN = "/cgi-bin/mmwebwx-bin/login?tip=1&uuid=";

  @RegisterExtension
  final HongyanExtension hongyan = new HongyanExtension(TestServerOptions.overSockets().stepped());

  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    http.close();
  }

  @Test
  void answersWhatIsDueBeforeTimeHasMovedOn(TestServer server) throws Exception {
    String uuid = Caller.of(server).code().value();
    CompletableFuture<String> poll = later(server, LOGIN + uuid);
    RecordedRequest held = server.requests().await("login");

    server.elapse(Duration.ofSeconds(24));
    assertThat(held.reply()).isEmpty();
    server.elapse(Duration.ofSeconds(1));

    assertThat(held.reply()).isPresent();
    assertThat(poll.get()).isEqualTo("window.code=408;");
  }

  @Test
  void servesWhatNeedsNoTime(TestServer server) throws Exception {
    String line = now(server, "/jslogin?appid=wx782c26e4c19acffb&fun=new");

    assertThat(line).startsWith("window.QRLogin.code = 200; window.QRLogin.uuid = \"");
    assertThat(server.requests().await("jslogin").source()).isEqualTo("127.0.0.1");
  }

  @Test
  void keepsTestsApart(TestServer server) throws Exception {
    try (TestServer other = TestServer.start(TestServerOptions.overSockets())) {
      now(other, "/jslogin?appid=wx782c26e4c19acffb&fun=new");
      other.person("lin").isTreated(Switch.PHONE_OFFLINE, true);

      assertThat(other.origin()).isNotEqualTo(server.origin());
      assertThat(server.requests().list()).isEmpty();
      assertThat(server.person("lin").account().switches().of(Switch.PHONE_OFFLINE)).isFalse();
    }
  }

  @Test
  void hasNoVirtualTimeWhereItIsReal() {
    try (TestServer real = TestServer.start(TestServerOptions.overSockets())) {
      assertThatExceptionOfType(IllegalStateException.class).isThrownBy(real::virtualTime);
    }
  }

  @Test
  void doesNotFlowOverSockets() {
    TestServerOptions stepped = TestServerOptions.overSockets();

    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new TestServerOptions(
                stepped.reach(),
                TestServerOptions.Clock.FLOWING,
                stepped.server(),
                stepped.start(),
                stepped.seed()))
        .withMessageContaining("STEPPED or SYSTEM");
  }

  private String now(TestServer server, String path) throws IOException, InterruptedException {
    return http.send(request(server, path), BodyHandlers.ofString()).body();
  }

  private CompletableFuture<String> later(TestServer server, String path) {
    return http.sendAsync(request(server, path), BodyHandlers.ofString()).thenApply(r -> r.body());
  }

  private static HttpRequest request(TestServer server, String path) {
    return HttpRequest.newBuilder(server.uri().resolve(path)).build();
  }
}
