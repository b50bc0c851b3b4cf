// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.LoginUuid;
import dev.hongyan.protocol.MalformedReplyException;
import dev.hongyan.protocol.Origin;
import dev.hongyan.protocol.WebReply;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Script replies of the login: every code of protocol reference 2.3 and the exact lines of 3.3. */
@Timeout(value = 10, unit = TimeUnit.SECONDS)
class LoginPollTest {

  private static final String ADDRESS =
      "https://wx.qq.com/cgi-bin/mmwebwx-bin/webwxnewloginpage"
          + "?ticket=AbCdEfGhIjKlMnOpQrStUvWx@qrticket_0&uuid=Qa7ZpLm3Xw=="
          + "&lang=zh_CN&scan=1546211468";

  static Stream<Arguments> codes() {
    var uri = RedirectUri.parse(ADDRESS).orElseThrow();
    return Stream.of(
        Arguments.of(
            "window.code=200;\nwindow.redirect_uri=\"" + ADDRESS + "\";",
            new LoginPoll.Confirmed(uri)),
        Arguments.of(
            "window.code=201;window.userAvatar = 'data:img/jpg;base64,aGk=';",
            new LoginPoll.Scanned(Optional.of(new LoginPoll.Avatar(Body.of("hi"))))),
        Arguments.of("window.code=201;", new LoginPoll.Scanned(Optional.empty())),
        Arguments.of("window.code=202;", new LoginPoll.Cancelled()),
        Arguments.of("window.code=400;", new LoginPoll.Expired()),
        Arguments.of("window.code=408;", new LoginPoll.Waiting()),
        Arguments.of("window.code=500;", new LoginPoll.Unexpected(500)),
        Arguments.of("window.code=0;", new LoginPoll.Unexpected(0)));
  }

  @ParameterizedTest
  @MethodSource("codes")
  void everyCodeFromBothEnds(String script, LoginPoll.Reply value) {
    assertThat(LoginPoll.CALL.answer(value).body().text()).isEqualTo(script);
    assertThat(poll(script)).isEqualTo(value);
  }

  @Test
  void theRecordedLengthsAreHeld() {
    var confirmed = new LoginPoll.Confirmed(RedirectUri.parse(ADDRESS).orElseThrow());
    var code = NewCode.CALL.answer(NewCode.Reply.of(new LoginUuid("gZx3Ab9Qcw==")));

    assertThat(LoginPoll.CALL.answer(confirmed).body().length()).isEqualTo(183);
    assertThat(LoginPoll.CALL.answer(new LoginPoll.Waiting()).body().length()).isEqualTo(16);
    assertThat(code.body().length()).isEqualTo(64);
    assertThat(code.headers().all("content-type"))
        .containsExactly("text/javascript", "text/html; charset=gbk");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "window.code=408",
        " window.code = 408 ;\r\n",
        "window.code='408';",
        "\uFEFFwindow.code=408;",
        "window.code=408;window.other='x';",
        ";;window.code=408;;"
      })
  void readsWaitingHoweverItIsSpaced(String script) {
    assertThat(poll(script)).isEqualTo(new LoginPoll.Waiting());
  }

  /** No script at all is like a code that nobody knows: the page starts over (2.3). */
  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "window.other=1;", "other=1;"})
  void nothingIsAnUnexpectedCode(String script) {
    assertThat(poll(script)).isEqualTo(new LoginPoll.Unexpected(0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html>",
        "window.code=",
        "window.code",
        "window.code=200;",
        "408",
        "window.code=200;window.redirect_uri=\"nowhere\";",
        "window.code=200;window.redirect_uri=\"ftp://wx.qq.com/x?y\";",
        "window.code=200;window.redirect_uri=\"https://wx.qq.com/x",
        "var a = function() {}"
      })
  void anythingElseIsMalformed(String script) {
    assertThatExceptionOfType(MalformedReplyException.class).isThrownBy(() -> poll(script));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "data:img/jpg;base64,", "nonsense", "data:img/jpg;base64,%%%%", "data:,"})
  void aBrokenAvatarIsNone(String avatar) {
    assertThat(poll("window.code=201;window.userAvatar='" + avatar + "';"))
        .isEqualTo(new LoginPoll.Scanned(Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "https://wx2.qq.com/a/b?c=d, https, wx2.qq.com, c=d",
    "http://127.0.0.1:8080/x?ticket=t&a=%2F, http, 127.0.0.1:8080, ticket=t&a=%2F",
    "http://[::1]:8080/x?y, http, [::1]:8080, y",
    "https://a.example/x?y#z, https, a.example, y",
    "https://a.example/x?, https, a.example, ''"
  })
  void readsWhereItGoesOn(String address, String scheme, String authority, String query) {
    var uri = RedirectUri.parse(address).orElseThrow();

    assertThat(uri.origin()).isEqualTo(new Origin(scheme, authority));
    assertThat(uri.query()).isEqualTo(query);
    assertThat(uri.toString()).doesNotContain("?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "wx.qq.com",
        "https://",
        "https:///x?y",
        "https://a b/x?y",
        "https://a@b/x?y",
        "https://[:::/x?y",
        "https://a:99999999/x?y",
        "javascript:alert(1)",
        "https://a/x",
        "//a/x?y"
      })
  void anythingElseIsNoAddress(String address) {
    assertThat(RedirectUri.parse(address)).isEmpty();
    assertThat(RedirectUri.parse("https://a/x?" + "y".repeat(10_000))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'window.QRLogin.code = 200; window.QRLogin.uuid = \"gZx3Ab9Qcw==\";', 200, gZx3Ab9Qcw==",
    "'window.QRLogin.code=200;window.QRLogin.uuid=''a'';', 200, a",
    "'window.QRLogin.code = 400; window.QRLogin.uuid = \"\";', 400, ''",
    "'window.QRLogin.code = 400;', 400, ''"
  })
  void readsANewCode(String script, int code, String uuid) {
    assertThat(NewCode.CALL.reply(reply(script)))
        .isEqualTo(new NewCode.Reply(code, new LoginUuid(uuid)));
  }

  /** The service is said to answer nothing where it refuses an address (3.1). */
  @ParameterizedTest
  @ValueSource(strings = {"", "<html>", "window.QRLogin.uuid = \"a\";", "window.QRLogin.code = x;"})
  void noCodeIsMalformed(String script) {
    assertThatExceptionOfType(MalformedReplyException.class)
        .isThrownBy(() -> NewCode.CALL.reply(reply(script)))
        .withMessageStartingWith("jslogin: ");
  }

  private static LoginPoll.Reply poll(String script) {
    return LoginPoll.CALL.reply(reply(script));
  }

  private static WebReply reply(String script) {
    return new WebReply(200, Headers.NONE, Body.of(script));
  }
}
