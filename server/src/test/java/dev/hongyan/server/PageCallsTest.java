// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.protocol.BaseRequest;
import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.page.CheckUrl;
import dev.hongyan.protocol.page.Feedback;
import dev.hongyan.protocol.page.StatReport;
import dev.hongyan.server.world.Messages;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the web page says to the service itself: clicks, feedback, links that people follow. */
@Timeout(30)
class PageCallsTest extends WebPageCase {

  @Test
  void hearsReportsWithoutAKey() throws Exception {
    assertThat(report(withoutKey())).isEqualTo(Retcode.OK);
    assertThat(violations()).isEmpty();
  }

  @Test
  void countsReportsWhereTheSwitchSaysSo() throws Exception {
    server.world().accounts().set("lin", Map.of("throttling", "webwxstatreport=1"));

    assertThat(report(withoutKey())).isEqualTo(Retcode.OK);
    assertThat(report(withoutKey())).isEqualTo(Retcode.TOO_FREQUENT);
  }

  @Test
  void hearsNoReportsOfOthers() throws Exception {
    var foreign = new BaseRequest(web.base().uin() + 1, Secret.NONE, Secret.NONE, "e1");

    assertThat(report(foreign)).isEqualTo(Retcode.SESSION_ENDED);
    assertThat(violations()).containsExactly("wrong-uin uin");
  }

  @Test
  void hearsWhatPeopleThink() throws Exception {
    assertThat(feedback("很好用 :)")).isEqualTo(Retcode.OK);
    assertThat(violations()).isEmpty();
  }

  @Test
  void hearsNeitherNothingNorWholeBooks() throws Exception {
    assertThat(feedback(" ")).isEqualTo(Retcode.PARAMETER_ERROR);
    assertThat(feedback("x".repeat(Messages.TEXT_LIMIT + 1))).isEqualTo(Retcode.PARAMETER_ERROR);
    assertThat(violations()).containsExactly("missing-field Content", "text-too-long Content");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.com/",
        "https://example.com:8443/a?b=c&d=%E6%9E%97#e",
        "HTTPS://例子.测试/路?问=林 \"x\"",
        "https://[2001:db8::1]/"
      })
  void leadsOnToTheWeb(String link) throws Exception {
    WebReply reply = web.reply(CheckUrl.CALL, question(link));

    assertThat(reply.status()).isEqualTo(302);
    assertThat(reply.headers().first("Location").orElseThrow()).matches("[!-~]+");
    assertThat(violations()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example.com",
        "//example.com/",
        "http:///etc",
        "http:example.com",
        "javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "file:///etc/passwd",
        "weixin://findfriend",
        "https://wx.qq.com@example.com/",
        "https://wx.qq.com%00@example.com/",
        "https://wx.qq.com\\@example.com/",
        "https://example.com/\r\nSet-Cookie: a=b"
      })
  void leadsNowhereElse(String link) throws Exception {
    WebReply reply = web.reply(CheckUrl.CALL, question(link));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.headers().first("Location")).isEmpty();
    assertThat(reply.body().text()).contains("已停止访问该网页").doesNotContain("example", "alert");
  }

  @Test
  void warnsInTheLanguageOfTheAccount() throws Exception {
    server.world().accounts().set("lin", Map.of("language", "en_US"));

    assertThat(web.reply(CheckUrl.CALL, question("about:blank")).body().text())
        .contains("This page was not opened");
  }

  @Test
  void leadsNobodyWithoutAKey() throws Exception {
    var keyless =
        new CheckUrl.Request(
            "https://example.com/",
            Secret.NONE,
            web.base().deviceId(),
            web.passTicket(),
            web.name("lin"));

    assertThat(web.ask(CheckUrl.CALL, keyless)).isInstanceOf(CheckUrl.Reply.Warning.class);
    assertThat(violations()).containsExactly("skey-missing skey");
  }

  @Test
  void noticesLinksInSomebodyElsesName() throws Exception {
    var asMei = question("https://example.com/", web.name("mei"));

    assertThat(web.ask(CheckUrl.CALL, asMei)).isInstanceOf(CheckUrl.Reply.Onward.class);
    assertThat(violations()).containsExactly("wrong-sender username");
  }

  private BaseRequest withoutKey() {
    BaseRequest base = web.base();
    return new BaseRequest(base.uin(), base.sid(), Secret.NONE, base.deviceId());
  }

  private Retcode report(BaseRequest base) throws InterruptedException {
    var entry = new StatReport.Entry("{\"type\":\"click\",\"data\":{}}", 1);
    var request = new StatReport.Request(base, web.passTicket(), List.of(entry));
    return web.ask(StatReport.CALL, request).status().ret();
  }

  private Retcode feedback(String words) throws InterruptedException {
    var request = new Feedback.Request(web.base(), web.passTicket(), words);
    return web.ask(Feedback.CALL, request).status().ret();
  }

  private CheckUrl.Request question(String link) {
    return question(link, web.name("lin"));
  }

  private CheckUrl.Request question(String link, UserName self) {
    return new CheckUrl.Request(
        link, web.base().skey(), web.base().deviceId(), web.passTicket(), self);
  }

  private List<String> violations() {
    return server.world().violations().report().list().stream()
        .map(violation -> violation.breach().code() + " " + violation.detail())
        .toList();
  }
}
