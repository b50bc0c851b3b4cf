// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.testkit.HongyanExtension;
import dev.hongyan.testkit.TestServer;
import dev.hongyan.testkit.TestServerOptions;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(30)
class AnyClientTest {

  @RegisterExtension
  final HongyanExtension hongyan = new HongyanExtension(TestServerOptions.overSockets().stepped());

  @Test
  void pollsForTwentyFiveSeconds(TestServer server) throws Exception {
    String path = "/cgi-bin/mmwebwx-bin/login?tip=1&uuid=" + newCode(server);
    try (HttpClient client = HttpClient.newHttpClient()) {
      CompletableFuture<HttpResponse<String>> poll =
          client.sendAsync(
              HttpRequest.newBuilder(server.uri().resolve(path)).build(), BodyHandlers.ofString());
      server.requests().await("login");

      server.elapse(Duration.ofSeconds(25));

      assertThat(poll.get().body()).isEqualTo("window.code=408;");
    }
  }

  private static String newCode(TestServer server) {
    return server.world().codes().create("127.0.0.1").orElseThrow();
  }
}
