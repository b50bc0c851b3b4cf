// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.WebApp;
import dev.hongyan.protocol.WebRequest;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(value = 10, unit = TimeUnit.SECONDS)
class NewCodeTest {

  @ParameterizedTest
  @CsvSource({
    "https%3A%2F%2FSZfilehelper.weixin.qq.com%2Fcgi-bin%2Fx, szfilehelper.weixin.qq.com",
    "https%253A%252F%252Fszfilehelper.weixin.qq.com%252Fcgi-bin, szfilehelper.weixin.qq.com",
    "http%3A%2F%2F127.0.0.1%3A7600%2Fx%3Fmod%3Ddesktop, 127.0.0.1",
    "https%3A%2F%2Fwx.qq.com, wx.qq.com",
    "https%3A%2F%2Fwx.qq.com%40evil.example%2F, ''",
    "javascript%3Aalert(1), ''",
    "'', ''"
  })
  void knowsTheHostOfTheAddressHoweverItIsEncoded(String inQuery, String host) {
    assertThat(read("appid=wx_webfilehelper&redirect_uri=" + inQuery).host()).isEqualTo(host);
  }

  @Test
  void tellsTheApplications() {
    assertThat(WebApp.of(read("appId=wx_webfilehelper").app())).contains(WebApp.FILE_HELPER);
    assertThat(WebApp.of(NewCode.WEB_APP)).contains(WebApp.WEB);
    assertThat(WebApp.of("wx_other")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "mmweb_appid=wx_webfilehelper, '', true",
    "appid=wx_webfilehelper, '', true",
    "'', wx_webfilehelper, true",
    "'', wx782c26e4c19acffb, false",
    "r=1, '', false"
  })
  void findsTheMarkInHeaderAndQuery(String query, String header, boolean found) {
    Headers headers = header.isEmpty() ? Headers.NONE : Headers.NONE.and("MMWEB_APPID", header);

    assertThat(AppMark.isIn(request(query, headers), WebApp.FILE_HELPER)).isEqualTo(found);
  }

  private static NewCode.Request read(String query) {
    return NewCode.CALL.read(request(query, Headers.NONE));
  }

  private static WebRequest request(String query, Headers headers) {
    return new WebRequest(
        "GET", "https", "login.wx2.qq.com", NewCode.CALL.path(), query, headers, Body.EMPTY);
  }
}
