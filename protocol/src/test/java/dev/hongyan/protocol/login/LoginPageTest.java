// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Credentials;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.MalformedReplyException;
import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.WebRequest;
import dev.hongyan.protocol.cases.RecordedFindings;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 10, unit = TimeUnit.SECONDS)
class LoginPageTest {

  private static final Credentials CREDENTIALS =
      new Credentials(
          2_450_346_660L, new Secret("sid"), new Secret("@crypt_1"), new Secret("t%2B"));
  private static final String INNER =
      "<skey>@crypt_1</skey><wxsid>sid</wxsid><wxuin>2450346660</wxuin>"
          + "<pass_ticket>t%2B</pass_ticket>";

  private final RecordedFindings findings = new RecordedFindings();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<error><ret>0</ret><message></message>" + INNER + "<isgrayscale>1</isgrayscale></error>",
        "<error><ret>0</ret><message>OK</message>" + INNER + "</error>",
        "<?xml version=\"1.0\"?>\n<error>\n <ret> 0 </ret>\n" + INNER + "</error>\n",
        "<error>" + INNER + "<ret>0</ret></error>",
        "<error><ret>0</ret><message><![CDATA[]]></message><skey><![CDATA[@crypt_1]]></skey>"
            + "<wxsid><![CDATA[sid]]></wxsid><wxuin><![CDATA[2450346660]]></wxuin>"
            + "<pass_ticket><![CDATA[t%2B]]></pass_ticket></error>"
      })
  void readsCredentials(String xml) {
    assertThat(page(xml)).isEqualTo(LoginPage.Reply.of(CREDENTIALS));
    assertThat(findings.repaired()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<error><ret>0</ret>" + INNER,
        "<error><ret>0</ret><message>a & b</message>" + INNER + "</error>",
        "<error><ret>0</ret><message>\u0001</message>" + INNER + "</error>",
        "<error><ret>0</ret><message>a<br>b</message>" + INNER + "</error>"
      })
  void readsBrokenMarkup(String xml) {
    assertThat(page(xml)).isEqualTo(LoginPage.Reply.of(CREDENTIALS));
    assertThat(findings.repaired()).containsExactly(": broken markup read all the same");
  }

  @Test
  void textsInCdataAreTheSameTexts() {
    var odd = LoginPage.Reply.refused(Retcode.LOGIN_REFUSED, "a ]]> b & <c>");

    var answer = LoginPage.answerInCdata(odd);

    assertThat(answer.body().text()).contains("<![CDATA[a ]]").doesNotContain("&amp;");
    assertThat(LoginPage.CALL.reply(answer, findings)).isEqualTo(odd);
    assertThat(findings.repaired()).isEmpty();
  }

  @Test
  void readsCdataInBrokenMarkup() {
    String xml =
        "<error><ret>0</ret><message>a & b</message>"
            + INNER.replace("<wxsid>sid</wxsid>", "<wxsid><![CDATA[sid]]></wxsid>")
            + "</error>";

    assertThat(page(xml)).isEqualTo(LoginPage.Reply.of(CREDENTIALS));
  }

  /** A refusal that is cut in the middle of a character made a strict parser fail (6.2). */
  @Test
  void readsARefusalThatIsNoUtf8() {
    byte[] bytes =
        "<error><ret>1203</ret><message>为了\u00ff</message></error>"
            .getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length - "</message></error>".length() - 2] = (byte) 0xE4;

    var refused = LoginPage.CALL.reply(new WebReply(200, Headers.NONE, Body.of(bytes)));

    assertThat(refused.ret()).isEqualTo(Retcode.LOGIN_REFUSED);
    assertThat(refused.message()).startsWith("为了\uFFFD");
  }

  @Test
  void takesSidAndUinFromTheCookiesWhereTheXmlLacksThem() {
    var headers =
        Headers.NONE
            .and("Set-Cookie", "wxuin=2450346660; Domain=wx.qq.com; Path=/; Secure")
            .and("set-cookie", "wxsid=sid; Domain=wx.qq.com; Path=/; Secure");
    var body = "<error><ret>0</ret><skey>@crypt_1</skey><pass_ticket>t%2B</pass_ticket></error>";

    assertThat(LoginPage.CALL.reply(new WebReply(301, headers, Body.of(body))).credentials())
        .isEqualTo(CREDENTIALS);
  }

  @ParameterizedTest
  @CsvSource({
    "<error><ret>0</ret><wxsid>s</wxsid><wxuin>1</wxuin></error>, skey",
    "<error><ret>0</ret><skey>k</skey><wxuin>1</wxuin></error>, wxsid",
    "<error><ret>0</ret><skey>k</skey><wxsid>s</wxsid></error>, wxuin",
    "<error><ret>0</ret><skey>k</skey><wxsid>s</wxsid><wxuin>x</wxuin></error>, wxuin",
    "<error><ret></ret></error>, ret",
    "<error><ret>zero</ret></error>, ret",
    "<error></error>, ret",
    "<html></html>, ''",
    "'', ''",
    "plain, ''"
  })
  void incompleteCredentialsAreMalformed(String xml, String field) {
    assertThatExceptionOfType(MalformedReplyException.class)
        .isThrownBy(() -> page(xml))
        .satisfies(e -> assertThat(e.field()).isEqualTo(field));
  }

  @ParameterizedTest
  @CsvSource({
    "ticket=t&uuid=u==&lang=zh_CN&scan=1, false, false",
    "ticket=t&uuid=u==&fun=new&version=v2, true, false",
    "uuid=u%3D%3D&ticket=t&fun=new&version=v2&mod=desktop&lang=zh_CN, true, true"
  })
  void readsWhatTheClientAdded(String query, boolean version2, boolean desktop) {
    var request =
        LoginPage.CALL.read(
            new WebRequest(
                "GET",
                "https",
                "wx.qq.com",
                LoginPage.CALL.path(),
                query,
                Headers.NONE,
                Body.EMPTY));

    assertThat(request.ticket()).isEqualTo("t");
    assertThat(request.uuid().value()).isEqualTo("u==");
    assertThat(request.isVersion2()).isEqualTo(version2);
    assertThat(request.isDesktop()).isEqualTo(desktop);
  }

  private LoginPage.Reply page(String xml) {
    return LoginPage.CALL.reply(new WebReply(200, Headers.NONE, Body.of(xml)), findings);
  }
}
