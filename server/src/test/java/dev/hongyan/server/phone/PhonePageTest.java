// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.phone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.WebRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class PhonePageTest {

  private final PhonePage page = new PhonePage();

  @ParameterizedTest
  @ValueSource(strings = {"/phone", "/phone/", "/l/AbCdEfGh_w=="})
  void showsThePhone(String path) {
    WebReply reply = get(path).orElseThrow();

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.headers().first("Content-Type")).contains("text/html; charset=utf-8");
    assertThat(reply.body().text()).contains("<div id=\"app\">");
  }

  @Test
  void saysWhatIsHereAtTheRoot() {
    assertThat(get("/").orElseThrow().body().text()).contains("鸿雁").doesNotContain("<script");
  }

  @Test
  void hasEveryFileOfTheFolder() throws IOException {
    Path folder = Path.of("src/main/resources/dev/hongyan/server/phone");
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(each -> !each.toString().endsWith(".html")).toList()) {
        WebReply reply = get("/phone/" + file.getFileName()).orElseThrow();

        assertThat(reply.body().bytes()).isEqualTo(Files.readAllBytes(file));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/phone/codes",
        "/phone/world",
        "/phone/no.js",
        "/phone/index.html",
        "/phone/PhonePage.class",
        "/phone/../phone/app.js",
        "/phone/a/app.js",
        "/l/",
        "/l/a/b",
        "/l/a%2Fb",
        "/jslogin",
        "/phonebook"
      })
  void leavesEverythingElseToOthers(String path) {
    assertThat(get(path)).isEmpty();
  }

  @Test
  void leavesWritesToOthers() {
    assertThat(page.answer(request("POST", "/phone", Headers.NONE))).isEmpty();
  }

  @Test
  void forbidsScriptsOfOthersOnEveryFile() {
    for (String path : new String[] {"/", "/phone", "/phone/app.js", "/phone/icon.svg"}) {
      Headers headers = get(path).orElseThrow().headers();

      assertThat(headers.first("Content-Security-Policy").orElseThrow())
          .startsWith("default-src 'none'; script-src 'self';")
          .doesNotContain("unsafe");
      assertThat(headers.first("X-Content-Type-Options")).contains("nosniff");
    }
  }

  @Test
  void sendsNothingToWhoeverHasItAlready() {
    WebReply first = get("/phone/app.js").orElseThrow();
    String tag = first.headers().first("ETag").orElseThrow();

    Headers known = Headers.NONE.and("If-None-Match", tag);
    WebReply second = page.answer(request("GET", "/phone/app.js", known)).orElseThrow();
    Headers stale = Headers.NONE.and("If-None-Match", "\"00000000\"");
    WebReply third = page.answer(request("GET", "/phone/app.js", stale)).orElseThrow();

    assertThat(second.status()).isEqualTo(304);
    assertThat(second.body().length()).isZero();
    assertThat(third).isEqualTo(first);
  }

  private Optional<WebReply> get(String path) {
    return page.answer(request("GET", path, Headers.NONE));
  }

  private static WebRequest request(String method, String path, Headers headers) {
    return new WebRequest(method, "http", "127.0.0.1:7600", path, "", headers, Body.EMPTY);
  }
}
