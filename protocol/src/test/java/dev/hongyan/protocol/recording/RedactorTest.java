// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.WebRequest;
import dev.hongyan.protocol.shape.Revision.Kind;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class RedactorTest {

  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

  private final Redaction redaction = new Redaction();
  private final Redactor redactor = new Redactor();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "USER_NAME | @0016e91be4d7ba2f947745b5296a0ec4          | @[0-9a-f]{32}",
        "SECRET    | @crypt_fb53c648_675bbfeeb2f1f5e683af9b6c   | @crypt_[0-9a-z]{8}_[0-9a-z]{24}",
        "SECRET    | VQCqngLZ+z0QowLX                           | [A-Z]{3}[a-z]{3}.{2}[+].*",
        "PARAMETER | '1_700000101|2_700000120' | '1_1[0-9]{8}[|]2_1[0-9]{8}'",
        "TEXT      | 好久不见 Anna!                              | \\p{IsHan}{4} [A-Z][a-z]{3}[.]",
        "TEXT      | a &lt; b<br/>c                             | [a-z] &lt; [a-z]<br/>[a-z]",
      })
  void keepsTheForm(Kind kind, String original, String form) {
    assertThat(redaction.text(kind, original)).matches(form).isNotEqualTo(original);
  }

  @Test
  void callsTheSameByTheSameNameWhereverItStands() {
    String name = "@0016e91be4d7ba2f947745b5296a0ec4";
    String invented = redaction.text(Kind.USER_NAME, name);

    assertThat(redaction.text(Kind.TEXT, name + ":<br/>早")).startsWith(invented + ":<br/>");
    assertThat(redaction.text(Kind.TEXT, "filehelper," + name + ","))
        .isEqualTo("filehelper," + invented + ",");
    assertThat(redaction.text(Kind.PARAMETER, "2381683141"))
        .isEqualTo(Long.toString(redaction.longNumber(2_381_683_141L)));
  }

  @Test
  void xmlStaysXmlAndNothingIsLeftInIt() {
    String xml =
        """
        @0016e91be4d7ba2f947745b5296a0ec4:<br/>&lt;?xml version="1.0"?&gt;&lt;msg&gt;<br/>\
        &lt;appmsg appid="wxcanary" canary="canary"&gt;&lt;title&gt;canary &amp;amp; co&lt;/title&gt;\
        &lt;type&gt;6&lt;/type&gt;&lt;url&gt;https://canary/a?b&lt;/url&gt;\
        &lt;canary&gt;canary&lt;type&gt;5&lt;/type&gt;&lt;/canary&gt;&lt;appattach&gt;\
        &lt;totallen&gt;1234567&lt;/totallen&gt;&lt;/appattach&gt;&lt;recorditem&gt;&lt;![CDATA[\
        &lt;recordinfo&gt;&lt;desc&gt;canary&lt;/desc&gt;&lt;/recordinfo&gt;]]&gt;&lt;/recorditem&gt;\
        &lt;/appmsg&gt;&lt;fromusername&gt;wxid_canary&lt;/fromusername&gt;&lt;/msg&gt;\
        """;

    String redacted = redaction.text(Kind.TEXT, xml);

    assertThat(redacted).doesNotContain("canary").doesNotContain("0016e91b");
    assertThat(redacted)
        .matches(
            "@[0-9a-f]{32}:<br/>&lt;msg&gt;.*&lt;appmsg appid=\"[a-z]{8}\"&gt;&lt;title&gt;[a-z]{6}"
                + " . [a-z]{2}&lt;/title&gt;&lt;type&gt;6&lt;/type&gt;"
                + "&lt;url&gt;https://[a-z]{6}/[a-z][.][a-z]&lt;/url&gt;"
                + "&lt;appattach&gt;&lt;totallen&gt;1234567&lt;/totallen&gt;&lt;/appattach&gt;"
                + "&lt;recorditem&gt;&amp;lt;recordinfo&amp;gt;&amp;lt;desc&amp;gt;[a-z]{6}"
                + "&amp;lt;/desc&amp;gt;&amp;lt;/recordinfo&amp;gt;&lt;/recorditem&gt;&lt;/appmsg&gt;"
                + "&lt;fromusername&gt;[a-z]{4}_[a-z]{6}&lt;/fromusername&gt;&lt;/msg&gt;");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "&lt;msg&gt;canary",
        "&lt;msg&gt;canary&lt;/msg",
        "&lt;canary&gt;canary&lt;/canary&gt;",
        "<canary a=\"canary\"/>",
        "<!DOCTYPE msg [<!ENTITY canary \"canary\">]><msg>&canary;</msg>",
        "<msg>&canary;</msg>",
        "<msg canary='canary'>",
      })
  void whatIsNoSoundXmlBecomesLetters(String text) {
    assertThat(redaction.text(Kind.TEXT, text)).doesNotContain("canary").doesNotContain("msg");
  }

  @Test
  void theSameIdIsTheSameInXmlAndBesideIt() {
    String ticket = "v2_00f1e2d3@stranger";
    String xml = "&lt;msg ticket=\"" + ticket + "\" scene=\"14\"/&gt;";

    String redacted = redaction.text(Kind.TEXT, xml);

    assertThat(redacted).contains(redaction.text(Kind.SECRET, ticket), "scene=\"14\"");
    assertThat(redacted).doesNotContain("00f1e2d3");
  }

  @Test
  void sizesStayAndOtherDigitsDoNot() {
    assertThat(redaction.text(Kind.MEASURE, "1048576")).isEqualTo("1048576");
    assertThat(redaction.text(Kind.MEASURE, "1159549798484970886")).doesNotContain("1159549798");
    assertThat(redaction.text(Kind.TEXT, "13800138000")).isNotEqualTo("13800138000");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 20, 60, 333, 5_000, 3_000_000})
  void mediaAreInventedOfTheSameKindAndSize(long size) throws IOException {
    for (InventedMedia kind : InventedMedia.values()) {
      Body bytes = kind.bytes(size);

      assertThat(bytes.length()).isEqualTo(size);
      assertThat(bytes.open().readAllBytes()).hasSize((int) size);
      if (size >= InventedMedia.HEAD) {
        assertThat(InventedMedia.of(bytes, "text/canary")).isEqualTo(kind);
      }
      assertThat(InventedMedia.named(kind.word())).contains(kind);
    }
  }

  @Test
  void aPartOfAFileIsThatPart() {
    byte[] jpeg = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 7, 7, 7, 7, 7};
    Headers said =
        Headers.NONE
            .and("Content-Type", "image/canary")
            .and("Content-Range", "bytes 0-7/100000")
            .and("Content-Disposition", "attachment; filename=\"canary.jpg\"");
    WebReply reply = new WebReply(206, said, Body.of(jpeg));
    WebRequest request =
        request("/cgi-bin/mmwebwx-bin/webwxgetmedia", "mediaid=canary", Headers.NONE, "");

    String line = redactor.redact(request, Optional.of(reply), NOW, Duration.ZERO).line();
    WebReply again = RecordedExchange.parse(line).answered().reply();

    assertThat(line).doesNotContain("canary").contains("\"media\":\"jpeg\"");
    assertThat(again.status()).isEqualTo(206);
    assertThat(again.headers().first("Content-Range")).contains("bytes 0-7/100000");
    assertThat(again.headers().first("Content-Disposition").orElseThrow()).contains(".jpg");
    assertThat(again.body().length()).isEqualTo(8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"status\":206,\"media\":\"jpeg\",\"bytes\":8,\"range\":\"bytes 0-7/999999999999999\"",
        "\"status\":206,\"media\":\"nonsense\",\"bytes\":8,\"range\":\"bytes 0-7/*\"",
        "\"status\":200,\"media\":\"png\",\"bytes\":-1",
        "\"status\":200,\"media\":\"png\",\"bytes\":8,\"name\":\"a\\r\\nX: b\""
      })
  void aRecordingThatLiesPlaysWithoutHarm(String answered) {
    String line = "{\"call\":\"webwxgetmedia\",\"answered\":{" + answered + "}}";

    WebReply reply = RecordedExchange.parse(line).answered().reply();

    assertThat(reply.body().length()).isBetween(0L, 8L);
    reply.headers().first("Content-Disposition").ifPresent(s -> assertThat(s).doesNotContain("\n"));
  }

  @Test
  void anyNumberStaysOneOf64Bits() {
    assertThat(Long.toString(redaction.longNumber(Long.MAX_VALUE))).hasSize(19);
    assertThat(Long.toUnsignedString(redaction.longNumber(-1))).hasSize(20);
    assertThat(redaction.longNumber(Integer.MAX_VALUE)).isBetween(1L, (long) Integer.MAX_VALUE);
  }

  /** Over many names: nothing of four letters survives, nobody becomes somebody else. */
  @Test
  void nothingOfANameSurvives() {
    Letters letters = new Letters();
    Set<String> names = new HashSet<>();
    Set<String> inventions = new HashSet<>();
    for (int i = 0; i < 3_000; i++) {
      String name = letters.name(12);
      String invented = redaction.text(Kind.TEXT, name);

      assertThat(invented.codePointCount(0, invented.length())).isEqualTo(12);
      for (int at = 0; at + 4 <= name.length(); at++) {
        assertThat(invented).doesNotContain(name.substring(at, at + 4));
      }
      names.add(name);
      inventions.add(invented);
    }
    assertThat(inventions).hasSameSizeAs(names).doesNotContainAnyElementsOf(names);
  }

  /** Names in four scripts, the same in each run. */
  private static final class Letters {

    private long state = 4;

    String name(int length) {
      StringBuilder name = new StringBuilder();
      for (int i = 0; i < length; i++) {
        name.appendCodePoint(
            switch (next(4)) {
              case 0 -> 'a' + next(26);
              case 1 -> 'A' + next(26);
              case 2 -> 0x4E00 + next(0x5000);
              default -> 0x430 + next(32);
            });
      }
      return name.toString();
    }

    private int next(int bound) {
      state = state * 6_364_136_223_846_793_005L + 1_442_695_040_888_963_407L;
      return (int) ((state >>> 33) % bound);
    }
  }

  @Test
  void whatNoCallUnderstandsIsDropped() {
    Headers secret = Headers.NONE.and("X-Secret", "canary").and("Cookie", "other=canary");
    Headers set = Headers.NONE.and("Set-Cookie", "mine=canary; Path=/").and("ETag", "canary");

    assertDropped(request("/canary/canary", "a=canary", secret, "canary"), reply(set, "canary"));
    assertDropped(
        request(
            "/cgi-bin/mmwebwx-bin/webwxsync", "canary=canary", secret, "{\"canary\":\"canary\"}"),
        reply(set, "{\"BaseResponse\":{\"Ret\":1,\"canary\":\"canary\"},\"canary\":[\"canary\"]}"));
    assertDropped(
        request("/cgi-bin/mmwebwx-bin/webwxsync", "", secret, "canary"), reply(set, "canary"));
    assertDropped(request("/qrcode/canary", "", secret, ""), reply(set, "canary"));
  }

  private void assertDropped(WebRequest request, WebReply reply) {
    String line = redactor.redact(request, Optional.of(reply), NOW, Duration.ZERO).line();

    assertThat(line).doesNotContain("canary").contains("\"bytes\":" + reply.body().length());
    assertThat(RecordedExchange.parse(line).line()).isEqualTo(line);
  }

  private static WebRequest request(String path, String query, Headers headers, String body) {
    return new WebRequest("POST", "https", "canary.example", path, query, headers, Body.of(body));
  }

  private static WebReply reply(Headers headers, String body) {
    return new WebReply(200, headers.and("Content-Type", "text/plain"), Body.of(body));
  }
}
