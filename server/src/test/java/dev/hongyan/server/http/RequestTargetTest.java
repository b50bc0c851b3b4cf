// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(10)
class RequestTargetTest {

  private static final String LOCAL = "127.0.0.1:8080";

  @ParameterizedTest
  @CsvSource({
    "wx.qq.com, false, wx.qq.com",
    "wx.qq.com:80, false, wx.qq.com",
    "wx.qq.com:, false, wx.qq.com",
    "wx.qq.com:443, false, wx.qq.com:443",
    "wx.qq.com:443, true, wx.qq.com",
    "wx.qq.com:80, true, wx.qq.com:80",
    "localhost:08080, false, localhost:8080",
    "[::1]:8080, false, [::1]:8080",
    "my_host, true, my_host",
  })
  void leavesOutTheSchemesOwnPort(String host, boolean secure, String authority)
      throws RefusalException {
    assertThat(target("/", List.of(host), secure).authority()).isEqualTo(authority);
  }

  @ParameterizedTest
  @CsvSource({
    "/, /, ''",
    "/?, /, ''",
    "/a?b?c, /a, b?c",
    "//a///b//, /a/b/, ''",
    "/a?x=//y, /a, x=//y",
    "/%2F/, /%2F/, ''",
    "http://h, /, ''",
    "HTTPS://h/a//b?c=d, /a/b, c=d",
    "http://h?x, /, x",
  })
  void splitsPathAndQuery(String text, String path, String query) throws RefusalException {
    RequestTarget target = target(text, List.of("a"), false);

    assertThat(target.path()).isEqualTo(path);
    assertThat(target.query()).isEqualTo(query);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "*", "a", "a:443", "ftp://a/", "http://", "http://a b/", "/a\tb"})
  void refusesOtherTargets(String text) {
    assertThatThrownBy(() -> target(text, List.of("a"), false))
        .isInstanceOf(RefusalException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "a b", "a/b", "a@b", "a:b", "a:65536", "a:999999", "[::1", "a\"", "é"})
  void refusesOtherHosts(String host) {
    assertThatThrownBy(() -> target("/", List.of(host), false))
        .isInstanceOf(RefusalException.class)
        .hasMessageStartingWith("The host");
  }

  @Test
  void isAimedAtOurselvesWithoutAHost() throws RefusalException {
    assertThat(RequestTarget.of("/", List.of(), false, LOCAL, false).authority()).isEqualTo(LOCAL);
  }

  private static RequestTarget target(String text, List<String> hosts, boolean secure)
      throws RefusalException {
    return RequestTarget.of(text, hosts, true, LOCAL, secure);
  }
}
