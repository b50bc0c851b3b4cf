// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(10)
class SetCookieTest {

  private static final Instant NOW = Instant.parse("2018-12-30T23:12:21Z");
  private static final Instant TOMORROW = Instant.parse("2018-12-31T11:12:21Z");
  private static final String LINE =
      "wxsid=a+/b=; Domain=wx.qq.com; Path=/; Expires=Mon, 31-Dec-2018 11:12:21 GMT; Secure";

  @Test
  void writesTheLineAsTheServiceDoes() {
    SetCookie cookie =
        SetCookie.of("wxsid", "a+/b=").forDomain("wx.qq.com").until(TOMORROW).onlySecure();

    assertThat(cookie.line()).isEqualTo(LINE);
  }

  @Test
  void readsWhatItWrites() {
    SetCookie cookie = SetCookie.parse(LINE, NOW).orElseThrow();

    assertThat(cookie).isEqualTo(new SetCookie("wxsid", "a+/b=", "wx.qq.com", "/", TOMORROW, true));
    assertThat(cookie.line()).isEqualTo(LINE);
  }

  @Test
  void readsAttributesInAnyCaseAndOrder() {
    String line =
        "n=v ;SECURE;HttpOnly ; expires=Mon, 31 Dec 2018 11:12:21 GMT;PATH=/a; doMain=.QQ.com";

    assertThat(SetCookie.parse(line, NOW))
        .contains(new SetCookie("n", "v", "qq.com", "/a", TOMORROW, true));
  }

  @Test
  void ofTwoEqualAttributesTheLastCounts() {
    SetCookie cookie = SetCookie.parse("n=v; Path=/a; Path=/b", NOW).orElseThrow();

    assertThat(cookie.path()).isEqualTo("/b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mon, 31-Dec-2018 11:12:21 GMT",
        "Mon, 31 Dec 2018 11:12:21 GMT",
        "Monday, 31-Dec-18 11:12:21 GMT",
        "Mon Dec 31 11:12:21 2018",
        "31 december 2018 11:12:21"
      })
  void readsEveryHistoricFormOfDate(String date) {
    assertThat(SetCookie.parse("n=v; Expires=" + date, NOW).orElseThrow().expires())
        .isEqualTo(TOMORROW);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "never", "31-Dec-2018", "99-Foo-2018 11:12:21", "31-Feb-2018 1:1:1"})
  void anUnreadableDateIsNoDate(String date) {
    assertThat(SetCookie.parse("n=v; Expires=" + date, NOW).orElseThrow().expires())
        .isEqualTo(SetCookie.NEVER);
  }

  @Test
  void maxAgeGoesBeforeExpiresWhereverItStands() {
    String date = "Expires=Mon, 31-Dec-2018 11:12:21 GMT";
    Instant inOneMinute = NOW.plus(Duration.ofMinutes(1));

    assertThat(SetCookie.parse("n=v; Max-Age=60; " + date, NOW).orElseThrow().expires())
        .isEqualTo(inOneMinute);
    assertThat(SetCookie.parse("n=v; " + date + "; max-age=60", NOW).orElseThrow().expires())
        .isEqualTo(inOneMinute);
  }

  @ParameterizedTest
  @CsvSource({"99999999999999999999, NEVER", "9223372036854775807, NEVER", "-1, PAST", "x, NEVER"})
  void anOddMaxAgeDoesNoHarm(String age, String end) {
    Instant expires = SetCookie.parse("n=v; Max-Age=" + age, NOW).orElseThrow().expires();

    assertThat(expires).isEqualTo(end.equals("PAST") ? Instant.MIN : SetCookie.NEVER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ";", "=", "=v", " =v", "name", "; a=b", "n=\u0000v", "n=v\r\nX: y"})
  void aLineThatIsNoCookieIsEmpty(String line) {
    assertThat(SetCookie.parse(line, NOW)).isEmpty();
  }

  @Test
  void anOverlongLineIsNoCookie() {
    String line = "n=" + "v".repeat(SetCookie.LONGEST_LINE);

    assertThat(SetCookie.parse(line, NOW)).isEmpty();
    assertThat(SetCookie.parse(line.substring(0, SetCookie.LONGEST_LINE), NOW)).isPresent();
  }

  @Test
  void aLineCutAnywhereIsACookieOrNothing() {
    String line = LINE + "; Max-Age=60; HttpOnly; SameSite=Lax";

    for (int cut = 0; cut <= line.length(); cut++) {
      assertThat(SetCookie.parse(line.substring(0, cut), NOW).isPresent())
          .as("cut at %d", cut)
          .isEqualTo(cut > "wxsid".length());
    }
  }

  @Test
  void refusesToBeMadeOfCharactersThatBreakALine() {
    assertThatIllegalArgumentException().isThrownBy(() -> SetCookie.of("", "v"));
    assertThatIllegalArgumentException().isThrownBy(() -> SetCookie.of("a=b", "v"));
    assertThatIllegalArgumentException().isThrownBy(() -> SetCookie.of("n", "v; Domain=evil"));
    assertThatIllegalArgumentException().isThrownBy(() -> SetCookie.of("n", "v\r\n"));
  }

  @Test
  void showsNoValueInItsText() {
    assertThat(SetCookie.of("wxsid", "topsecret").toString()).doesNotContain("topsecret");
  }

  /** Found by fuzzing: a negative Max-Age was read as an instant that could not be written. */
  @Test
  void writesACookieThatEndedBeforeTime() {
    var cookie = SetCookie.parse("n=v; Path=/; Max-Age=-2", NOW).orElseThrow();

    assertThat(cookie.line()).isEqualTo("n=v; Path=/; Expires=Thu, 01-Jan-1970 00:00:00 GMT");
  }
}
