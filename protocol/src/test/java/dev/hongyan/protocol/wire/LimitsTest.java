// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.MalformedReplyException;
import dev.hongyan.protocol.MalformedRequestException;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.WebRequest;
import dev.hongyan.protocol.cases.RecordedFindings;
import dev.hongyan.protocol.contact.ContactPage;
import dev.hongyan.protocol.login.LoginPage;
import dev.hongyan.protocol.login.LoginPoll;
import dev.hongyan.protocol.sync.Init;
import dev.hongyan.protocol.sync.Sync;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is too large, too deep or too long ends soon and as malformed. */
@Timeout(value = 20, unit = TimeUnit.SECONDS)
class LimitsTest {

  private static final String GOOD = "{\"BaseResponse\":{\"Ret\":0},\"MemberList\":[],\"Seq\":0";

  static Stream<Named<String>> hostileJson() {
    return Stream.of(
        Named.of("brackets", "[".repeat(100_000)),
        Named.of("brackets within", GOOD + ",\"x\":" + "[".repeat(100_000)),
        Named.of("braces within", GOOD + ",\"x\":" + "{\"a\":".repeat(100_000)),
        Named.of("a text of ten million", GOOD + ",\"x\":\"" + "y".repeat(10_000_000) + "\"}"),
        Named.of("a flood of tokens", GOOD + ",\"x\":[" + "0,".repeat(5_000_000) + "0]}"),
        Named.of("a million members", GOOD + members(1_000_000) + "}"),
        Named.of("a long name", GOOD + ",\"" + "n".repeat(100_000) + "\":0}"),
        Named.of("a long number", GOOD + ",\"x\":" + "9".repeat(1_000_000) + "}"));
  }

  private static String members(int count) {
    StringBuilder members = new StringBuilder(count * 12);
    for (int i = 0; i < count; i++) {
      members.append(",\"m").append(i).append("\":0");
    }
    return members.toString();
  }

  @ParameterizedTest
  @MethodSource("hostileJson")
  void aHostileReplyIsMalformed(String body) {
    assertThatExceptionOfType(MalformedReplyException.class)
        .isThrownBy(() -> ContactPage.CALL.reply(reply(body), new RecordedFindings()));
  }

  @ParameterizedTest
  @MethodSource("hostileJson")
  void aHostileRequestIsMalformed(String body) {
    assertThatExceptionOfType(MalformedRequestException.class)
        .isThrownBy(() -> Init.CALL.read(request(Init.CALL, "", body)));
  }

  @Test
  void aHugeExponentIsReadAsNothing() {
    var page = ContactPage.CALL.reply(reply(GOOD.replace("\"Seq\":0", "\"Seq\":1e999999999}")));

    assertThat(page.seq()).isZero();
  }

  @Test
  void aTextOfDigitsIsReadAsNothing() {
    String digits = "\"Seq\":\"" + "7".repeat(8_000_000) + "\"}";

    assertThat(ContactPage.CALL.reply(reply(GOOD.replace("\"Seq\":0", digits))).seq()).isZero();
  }

  @Test
  void aMillionBadItemsAreLeftOut() {
    String items = "\"MemberList\":[{}" + ",{}".repeat(1_000_000) + "]";
    var page = ContactPage.CALL.reply(reply(GOOD.replace("\"MemberList\":[]", items) + "}"));

    assertThat(page.contacts()).isEmpty();
  }

  /**
   * The largest text that a server may have to answer, and the longest list that a client sends.
   */
  @Test
  void whatRealClientsSendIsFarBelowTheLimits() {
    String keys = "{\"Key\":1,\"Val\":700000101},".repeat(1_000) + "{\"Key\":2,\"Val\":3}";
    String body = "{\"BaseRequest\":{},\"SyncKey\":{\"Count\":1,\"List\":[" + keys + "]}}";

    assertThat(Sync.CALL.read(request(Sync.CALL, "", body)).syncKey().pairs()).hasSize(1_001);
  }

  @Test
  void laughingXmlIsMalformedOrHarmless() {
    StringBuilder dtd = new StringBuilder("<!DOCTYPE error [<!ENTITY l0 \"ha\">");
    for (int i = 1; i < 30; i++) {
      dtd.append("<!ENTITY l" + i + " \"" + ("&l" + (i - 1) + ";").repeat(10) + "\">");
    }
    String body = dtd + "]><error><ret>1203</ret><message>&l29;</message></error>";

    var page = LoginPage.CALL.reply(reply(body));

    assertThat(page.message()).hasSizeLessThan(100);
  }

  @Test
  void foreignEntitiesAreNotFetched() {
    String body =
        "<!DOCTYPE error [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
            + "<error><ret>1203</ret><message>&x;</message></error>";

    assertThat(LoginPage.CALL.reply(reply(body)).message()).isIn("", "&x;");
  }

  @Test
  void deepXmlIsMalformed() {
    assertThatExceptionOfType(MalformedReplyException.class)
        .isThrownBy(() -> LoginPage.CALL.reply(reply("<a>".repeat(80_000))));
    assertThatExceptionOfType(MalformedReplyException.class)
        .isThrownBy(() -> LoginPage.CALL.reply(reply("<error>".repeat(30_000))));
    assertThatExceptionOfType(MalformedReplyException.class)
        .isThrownBy(() -> LoginPage.CALL.reply(reply("<error>" + "x".repeat(1 << 20))));
  }

  @Test
  void aScriptOfManyStatementsIsMalformed() {
    assertThatExceptionOfType(MalformedReplyException.class)
        .isThrownBy(() -> LoginPoll.CALL.reply(reply("window.code=408;".repeat(100_000))));
    assertThatExceptionOfType(MalformedReplyException.class)
        .isThrownBy(() -> LoginPoll.CALL.reply(reply("window.a={" + "a:1,".repeat(1_000) + "}")));
  }

  @Test
  void manyParametersAreMalformed() {
    String query = "a=1&b=2&c".repeat(10_000);

    assertThatExceptionOfType(MalformedRequestException.class)
        .isThrownBy(() -> LoginPoll.CALL.read(request(LoginPoll.CALL, distinct(), "")));
    assertThat(LoginPoll.CALL.read(request(LoginPoll.CALL, query.substring(0, 100), "")))
        .isNotNull();
  }

  private static String distinct() {
    return String.join("&", Stream.iterate(0, i -> i + 1).limit(1_000).map(i -> "p" + i).toList());
  }

  private static WebReply reply(String body) {
    return new WebReply(200, Headers.NONE, Body.of(body));
  }

  private static WebRequest request(Call<?, ?> call, String query, String body) {
    return new WebRequest(
        "POST", "https", "wx.qq.com", call.path(), query, Headers.NONE, Body.of(body));
  }
}
