// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Protocol reference 5.2, 5.5 and 5.12. */
@Timeout(value = 10, unit = TimeUnit.SECONDS)
class WireTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "plain| plain",
        "a &amp; b| a & b",
        "&lt;b&gt; &quot;c&quot; &#39;d&#39;| <b> \"c\" 'd'",
        "&amp;lt;| &lt;",
        "&amp;amp;lt;| &amp;lt;",
        "&nbsp;&x;&| &nbsp;&x;&",
        "&lt;br/&gt;| <br/>",
        "&lt;span class=\"emoji emoji1f602\"&gt;| <span class=\"emoji emoji1f602\">",
        "<b>| <b>",
        "[微笑]| [微笑]"
      })
  void decodesEntitiesOnce(String wire, String text) {
    assertThat(WireText.decode(wire)).isEqualTo(text);
  }

  @Test
  void readsLineBreaks() {
    assertThat(WireText.decode("a<br/>b<br>c<br />d\ne")).isEqualTo("a\nb\nc\nd\ne");
  }

  @ParameterizedTest
  @CsvSource({
    "1f450, 👐",
    "1F450, 👐",
    "2764, ❤",
    "2320e3, #⃣",
    "003220e3, 2⃣",
    "1f1e81f1f3, 🇨🇳",
    "1f63c, 😁",
    "1f639, 😂",
    "1f63a, 😃",
    "1f4ab, 😖",
    "1f64d, 😔",
    "1f63b, 😍",
    "1f63d, 😘",
    "1f64e, 😡",
    "1f63f, 😢"
  })
  void readsEmoji(String code, String emoji) {
    String open = "<span class=\"emoji emoji" + code + "\">";

    assertThat(WireText.decode("a" + open + "</span>b")).isEqualTo("a" + emoji + "b");
    assertThat(WireText.decode("a" + open + "</span")).isEqualTo("a" + emoji);
    assertThat(WireText.decode("a" + open)).isEqualTo("a" + emoji);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<span class=\"emoji emoji1f60200\"></span>",
        "<span class=\"emoji emojid83d\"></span>",
        "<span class=\"emoji emoji\"></span>",
        "<span class=\"emoji emoji1f6",
        "<span>",
        "<span class=\"emoji emoji123456789\"></span>"
      })
  void leavesSpansThatAreNoEmoji(String span) {
    assertThat(WireText.decode(span)).isEqualTo(span);
  }

  /** What an emoji decodes to must not be taken for the beginning of an entity. */
  @Test
  void decodesNothingTwice() {
    assertThat(WireText.decode("<span class=\"emoji emoji0026\"></span>lt;")).isEqualTo("&lt;");
    assertThat(WireText.decode("&amp;<span class=\"emoji emoji1f602\"></span>")).isEqualTo("&😂");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "e4 & e5 < e6",
        "<br/>",
        "&lt;",
        "&amp;amp;",
        "a\nb\n",
        "\"q\" 'a'",
        "梅 😀\u2005x",
        "$1 \\1",
        "<span class=\"emoji emoji1f602\"></span>",
        "\uD83D",
        "\uE001"
      })
  void whatAPersonWritesArrives(String text) {
    assertThat(WireText.decode(WireText.encode(text))).isEqualTo(text);
  }

  @Test
  void escapesWhatIsMarkupAndLeavesQuotes() {
    assertThat(WireText.encode("<a href=\"b\">&'\r\n"))
        .isEqualTo("&lt;a href=\"b\"&gt;&amp;'<br/>");
  }

  @Test
  void decodesALargeTextInNoTime() {
    String text =
        "<br".repeat(200_000) + "<br ".repeat(200_000) + "<span class=\"emoji ".repeat(100_000);

    assertThat(WireText.decode(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "@5c0f:<br/>hello, @5c0f, hello",
    "filehelper:<br/>x, filehelper, x",
    "wxid_a-b:<br/>x:<br/>y, wxid_a-b, x:<br/>y",
    "hello, '', hello",
    "a b:<br/>c, '', a b:<br/>c",
    "'', '', ''",
    "@:<br/>c, '', @:<br/>c",
    "@a:<br>c, '', @a:<br>c"
  })
  void takesTheSenderOffARoomsMessage(String content, String sender, String rest) {
    var prefix = RoomPrefix.split(content);

    assertThat(prefix.sender().value()).isEqualTo(sender);
    assertThat(prefix.content()).isEqualTo(rest);
    assertThat(prefix.join()).isEqualTo(content);
  }
}
