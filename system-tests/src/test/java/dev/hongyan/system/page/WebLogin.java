// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.protocol.WebApp;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A client at its login, as bare requests: it has asked for a code and shows it. */
record WebLogin(HttpClient http, URI server, String uuid) {

  private static final Pattern UUID = Pattern.compile("window\\.QRLogin\\.uuid = \"([^\"]+)\"");
  private static final Pattern CODE = Pattern.compile("window\\.code=(\\d+)");
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  /** Asks for a code. */
  static WebLogin begin(HttpClient http, URI server) throws IOException, InterruptedException {
    return begin(http, server, WebApp.WEB);
  }

  /** Asks for a code as this client. */
  static WebLogin begin(HttpClient http, URI server, WebApp app)
      throws IOException, InterruptedException {
    String query = "/jslogin?appid=" + app.id() + "&fun=new&lang=en_US&_=1700000000000";
    String reply = get(http, server.resolve(query), BodyHandlers.ofString());
    return new WebLogin(http, server, first(UUID, reply));
  }

  /** What the picture says. */
  String text() {
    return "https://login.weixin.qq.com/l/" + uuid;
  }

  byte[] picture() throws IOException, InterruptedException {
    return get(http, server.resolve("/qrcode/" + uuid), BodyHandlers.ofByteArray());
  }

  /** The code of the next poll: 201 scanned, 200 confirmed, 202 cancelled, 408 nothing new. */
  int poll() throws IOException, InterruptedException {
    String path = "/cgi-bin/mmwebwx-bin/login?loginicon=true&tip=0&uuid=" + uuid;
    String query = path + "&r=-1700000000&_=1700000000001";
    String reply = get(http, server.resolve(query), BodyHandlers.ofString());
    return Integer.parseInt(first(CODE, reply));
  }

  private static String first(Pattern pattern, String reply) {
    return pattern
        .matcher(reply)
        .results()
        .map((MatchResult match) -> match.group(1))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + pattern + " in the reply"));
  }

  private static <T> T get(HttpClient http, URI uri, BodyHandler<T> handler)
      throws IOException, InterruptedException {
    var reply = http.send(HttpRequest.newBuilder(uri).timeout(PATIENCE).build(), handler);
    assertThat(reply.statusCode()).as(uri.getPath()).isEqualTo(200);
    return reply.body();
  }
}
