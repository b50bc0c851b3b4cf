// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.WebRequest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class CookieJarTest {

  private static final String FAMILY = "https://wx.qq.com/cgi-bin/mmwebwx-bin/webwxinit";
  private static final String PUSH = "https://webpush.wx.qq.com/cgi-bin/mmwebwx-bin/synccheck";
  private static final String OTHER = "https://wx2.qq.com/";

  private Instant now = Instant.parse("2018-12-30T23:12:21Z");
  private final CookieJar jar = new CookieJar(() -> now);

  @Test
  void sendsTheCookiesOfAFamilyToItsHostsAlone() {
    set(FAMILY, "wxsid=a/b+=; Domain=wx.qq.com; Path=/; Secure");

    assertThat(sentTo(FAMILY)).isEqualTo("wxsid=a/b+=");
    assertThat(sentTo(PUSH)).isEqualTo("wxsid=a/b+=");
    assertThat(sentTo(OTHER)).isEmpty();
    assertThat(sentTo("https://evilwx.qq.com/")).isEmpty();
  }

  @Test
  void sendsTheCookieOfTheWholeDomainEverywhereInIt() {
    set(FAMILY, "webwx_data_ticket=t; Domain=.qq.com; Path=/");

    assertThat(sentTo(OTHER)).isEqualTo("webwx_data_ticket=t");
    assertThat(sentTo("https://qq.com/")).isEqualTo("webwx_data_ticket=t");
    assertThat(sentTo("https://notqq.com/")).isEmpty();
  }

  @Test
  void aCookieWithoutDomainStaysWithItsHost() {
    set(FAMILY, "n=v; Path=/");

    assertThat(sentTo(FAMILY)).isEqualTo("n=v");
    assertThat(sentTo(PUSH)).isEmpty();
  }

  @Test
  void takesNoCookieForAForeignOrTooWideDomain() {
    set(FAMILY, "a=1; Domain=wx2.qq.com", "b=2; Domain=com", "c=3; Domain=webpush.wx.qq.com");
    set("http://127.0.0.1:7600/", "d=4; Domain=0.0.1");

    assertThat(jar.all()).isEmpty();
  }

  @Test
  void aNumericHostIsItsOwnDomainAlone() {
    set("http://127.0.0.1:7600/", "n=v; Domain=127.0.0.1; Path=/");

    assertThat(sentTo("http://127.0.0.1:7601/")).isEqualTo("n=v");
    assertThat(sentTo("http://8.127.0.0.1/")).isEmpty();
  }

  @Test
  void aSecureCookieNeedsTheEncryptionItCameWith() {
    set(FAMILY, "a=1; Domain=wx.qq.com; Path=/; Secure");
    set("http://127.0.0.1:7600/", "b=2; Path=/; Secure");

    assertThat(sentTo("http://wx.qq.com/")).isEmpty();
    assertThat(sentTo("http://127.0.0.1:7600/")).isEqualTo("b=2");
  }

  @Test
  void pathsLimitAndOrderCookies() {
    set(FAMILY, "root=1; Path=/", "deep=2; Path=/cgi-bin", "own=3", "odd=4; Path=nonsense");

    assertThat(sentTo(FAMILY)).isEqualTo("own=3; odd=4; deep=2; root=1");
    assertThat(sentTo("https://wx.qq.com/cgi-bin")).isEqualTo("deep=2; root=1");
    assertThat(sentTo("https://wx.qq.com/cgi-binary")).isEqualTo("root=1");
  }

  @Test
  void aNewValueTakesTheOldOnesPlace() {
    set(FAMILY, "a=1; Path=/", "b=2; Path=/");
    set(FAMILY, "a=3; Path=/");

    assertThat(sentTo(FAMILY)).isEqualTo("a=3; b=2");
  }

  @Test
  void expiredCookiesAreGone() {
    set(FAMILY, "a=1; Path=/; Expires=Mon, 31-Dec-2018 11:12:21 GMT", "b=2; Path=/");
    assertThat(sentTo(FAMILY)).isEqualTo("a=1; b=2");

    now = now.plus(Duration.ofHours(12));

    assertThat(sentTo(FAMILY)).isEqualTo("b=2");
    assertThat(jar.all()).hasSize(1);
  }

  /**
   * The jar compared the ends of cookies with its own clock alone: with a clock two days off, its
   * own or the server's, all cookies of a login were thrown away and the session ended with 1102.
   */
  @Test
  void aCookieLivesAsLongAsItsServerWantsWhateverTheClocksSay() {
    Headers reply =
        Headers.NONE
            .and("Date", "Fri, 28 Dec 2018 11:12:21 GMT")
            .and("Set-Cookie", "a=1; Path=/; Expires=Fri, 28-Dec-2018 23:12:21 GMT")
            .and("Set-Cookie", "b=1; Path=/; Max-Age=60")
            .and("Set-Cookie", "c=; Path=/; Expires=Thu, 01-Jan-1970 00:00:00 GMT");

    jar.take(request(FAMILY), reply);

    assertThat(sentTo(FAMILY)).isEqualTo("a=1; b=1");
    now = now.plus(Duration.ofSeconds(60));
    assertThat(sentTo(FAMILY)).isEqualTo("a=1");
    now = now.plus(Duration.ofHours(12));
    assertThat(sentTo(FAMILY)).isEmpty();
  }

  @Test
  void aPastDateDeletesACookie() {
    set(FAMILY, "a=1; Path=/");

    set(FAMILY, "a=; Path=/; Expires=Thu, 01-Jan-1970 00:00:00 GMT");

    assertThat(sentTo(FAMILY)).isEmpty();
  }

  @Test
  void isFilledAgainFromWhatWasSaved() {
    set(FAMILY, "a=1; Domain=wx.qq.com; Path=/; Secure", "b=2; Path=/");
    CookieJar other = new CookieJar(() -> now);

    other.replaceBy(jar.all());

    assertThat(other.header(request(FAMILY))).isEqualTo(jar.header(request(FAMILY)));
    assertThat(other.all()).isEqualTo(jar.all());
  }

  @Test
  void aFloodOfCookiesFillsNoMemoryAndNewValuesStillCome() {
    set(FAMILY, "wxsid=old; Path=/");
    for (int i = 0; i < 1000; i++) {
      set(FAMILY, "n" + i + "=v; Path=/");
    }

    set(FAMILY, "wxsid=new; Path=/");

    assertThat(jar.all()).hasSize(180);
    assertThat(sentTo(FAMILY)).contains("wxsid=new");
  }

  private void set(String url, String... lines) {
    Headers headers = Headers.NONE;
    for (String line : lines) {
      headers = headers.and("Set-Cookie", line);
    }
    jar.take(request(url), headers);
  }

  private String sentTo(String url) {
    return jar.header(request(url)).first("Cookie").orElse("");
  }

  private static WebRequest request(String url) {
    URI uri = URI.create(url);
    return new WebRequest(
        "GET", uri.getScheme(), uri.getAuthority(), uri.getPath(), "", Headers.NONE, Body.EMPTY);
  }
}
