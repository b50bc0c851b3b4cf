// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hongyan.client.http.HttpTransport.Limits;
import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.WebRequest;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is told of a request without a reply: what happened, where, and what may help. */
@Timeout(60)
class TroubleTest {

  private static final Limits LIMITS = new Limits(Duration.ofSeconds(20), 1000);

  private final HttpTransport transport = HttpTransport.jdk();

  @AfterEach
  void close() {
    transport.close();
  }

  @Test
  void nobodyListens() {
    ScriptedServer server = ScriptedServer.saying("");
    String place = server.authority();
    server.close();

    assertThat(failure("http", place, LIMITS))
        .hasMessage("nobody listens at " + place + ": the server is off, or at another port");
  }

  @Test
  void aServerWithoutTlsGivesNoSecureConnection() {
    try (ScriptedServer server = ScriptedServer.saying("HTTP/1.1 400 Bad Request\r\n\r\n")) {
      assertThat(failure("https", server.authority(), LIMITS))
          .hasMessageStartingWith("no secure connection with " + server.authority());
    }
  }

  @Test
  void aReplyThatIsCutSaysSo() {
    for (String half : new String[] {"", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhi"}) {
      try (ScriptedServer server = ScriptedServer.saying(half)) {
        assertThat(failure("http", server.authority(), LIMITS))
            .hasMessage(server.authority() + " broke off before the whole reply was there");
      }
    }
  }

  @Test
  void aReplyThatTakesTooLongSaysSo() {
    Limits hasty = new Limits(Duration.ofMillis(200), 1000);
    try (ScriptedServer server =
        new ScriptedServer((connection, _) -> {
          var ignored = connection.getInputStream().read();
        })) {
      assertThat(failure("http", server.authority(), hasty))
          .hasMessage(
              "no whole reply from " + server.authority() + " within PT0.2S: it is slow or stuck");
    }
  }

  @Test
  void namesAndNetworksAreToldFromClosedPorts() {
    Throwable unknown = new ConnectException().initCause(new UnresolvedAddressException());

    assertThat(Trouble.of(unknown, "wx.example:80")).hasMessageStartingWith("there is no host wx");
    assertThat(Trouble.of(new HttpConnectTimeoutException("slow"), "a:1"))
        .hasMessageStartingWith("a:1 was not reached in time");
  }

  private IOException failure(String scheme, String place, Limits limits) {
    WebRequest request =
        new WebRequest("GET", scheme, place, "/secret", "secret=1", Headers.NONE, Body.EMPTY);
    IOException failure =
        catchThrowableOfType(IOException.class, () -> transport.exchange(request, limits));
    assertThat(failure).isNotNull().hasMessageNotContaining("secret");
    return failure;
  }
}
