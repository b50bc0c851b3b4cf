// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.protocol.Credentials;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.login.LoginCookies.Scope;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lines of protocol reference 3.4, 3.11 and the example session of 10. */
@Timeout(value = 10, unit = TimeUnit.SECONDS)
class LoginCookiesTest {

  private static final Instant NOW = Instant.ofEpochSecond(1_700_000_032);

  @Test
  void writesTheSevenOfALogin() {
    assertThat(cookies(Scope.ofFamily("wx2.qq.com")).ofLogin(NOW).all("Set-Cookie"))
        .containsExactly(
            "wxuin=1234567890; Domain=wx2.qq.com; Path=/; Expires=Wed, 15-Nov-2023 10:13:52 GMT; Secure",
            "wxsid=a1B2; Domain=wx2.qq.com; Path=/; Expires=Wed, 15-Nov-2023 10:13:52 GMT; Secure",
            "wxloadtime=1700000032; Domain=wx2.qq.com; Path=/; Expires=Wed, 15-Nov-2023 10:13:52 GMT; Secure",
            "mm_lang=zh_CN; Domain=wx2.qq.com; Path=/; Expires=Wed, 15-Nov-2023 10:13:52 GMT; Secure",
            "webwx_data_ticket=gSaB; Domain=.qq.com; Path=/; Expires=Wed, 15-Nov-2023 10:13:52 GMT; Secure",
            "webwxuvid=5f0e; Domain=wx2.qq.com; Path=/; Expires=Fri, 11-Nov-2033 22:13:52 GMT; Secure",
            "webwx_auth_ticket=CIsB; Domain=wx2.qq.com; Path=/; Expires=Fri, 11-Nov-2033 22:13:52 GMT; Secure");
  }

  @Test
  void writesTheFiveOfARenewal() {
    assertThat(
            cookies(Scope.ofFamily("wx2.qq.com"))
                .ofSync(NOW, 1_699_999_173, NOW.plusSeconds(3600))
                .all("Set-Cookie"))
        .containsExactly(
            "wxloadtime=1700000032_expired; Domain=wx2.qq.com; Path=/; Expires=Wed, 15-Nov-2023 11:13:52 GMT; Secure",
            "wxpluginkey=1699999173; Domain=wx2.qq.com; Path=/; Expires=Wed, 15-Nov-2023 11:13:52 GMT; Secure",
            "wxuin=1234567890; Domain=wx2.qq.com; Path=/; Expires=Fri, 17-Nov-2023 23:13:52 GMT; Secure",
            "wxsid=a1B2; Domain=wx2.qq.com; Path=/; Expires=Wed, 15-Nov-2023 11:13:52 GMT; Secure",
            "webwx_data_ticket=gSaB; Domain=.qq.com; Path=/; Expires=Wed, 15-Nov-2023 11:13:52 GMT; Secure");
  }

  @Test
  void clearsAllButWhatPushLoginNeeds() {
    assertThat(LoginCookies.ofLogout(Scope.ofFamily("wx.qq.com")).all("Set-Cookie"))
        .hasSize(6)
        .allMatch(line -> line.contains("Thu, 01-Jan-1970 00:00:00 GMT"))
        .noneMatch(line -> line.startsWith("webwxuvid") || line.startsWith("webwx_auth_ticket"));
  }

  @Test
  void aBaseUrlsCookiesAreForThatHostAlone() {
    assertThat(cookies(Scope.BASE_URL).ofLogin(NOW).all("Set-Cookie"))
        .hasSize(7)
        .noneMatch(line -> line.contains("Domain") || line.contains("Secure"));
  }

  @ParameterizedTest
  @CsvSource({
    "wx.qq.com, .qq.com",
    "wx8.qq.com, .qq.com",
    "web.wechat.com, .wechat.com",
    "a.example, .a.example"
  })
  void theDataTicketGoesToTheParent(String family, String parent) {
    assertThat(Scope.ofFamily(family).parent()).isEqualTo(parent);
  }

  private static LoginCookies cookies(Scope scope) {
    return new LoginCookies(
        new Credentials(1_234_567_890, new Secret("a1B2"), Secret.NONE, Secret.NONE),
        new Secret("gSaB"),
        new Secret("5f0e"),
        new Secret("CIsB"),
        "zh_CN",
        scope);
  }
}
