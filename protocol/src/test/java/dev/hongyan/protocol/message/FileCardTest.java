// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The XML of files, as clients glue it together (protocol reference 3.16). */
@Timeout(value = 10, unit = TimeUnit.SECONDS)
class FileCardTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plan.pdf",
        "a & b.txt",
        "<title>.txt",
        "x</title><totallen>7</totallen>.gz",
        "&lt;&amp;#65;.md",
        "]]>.xml",
        "<![CDATA[x]]>",
        "'quoted' \"twice\".doc",
        "图片 😀.JPG",
        "%s %d.log",
        " blank at both ends "
      })
  void anyNameComesBackAsItWas(String name) {
    FileCard card = FileCard.of(name, 13, "@crypt_1_2");

    assertThat(FileCard.read(FileCard.write(card, FileCard.WEB_APP))).isEqualTo(card);
  }

  @Test
  void whatXmlCannotSayIsLeftOut() {
    String xml = FileCard.write(FileCard.of("a\u0000b\u0001\n.txt", 1, "@m"), "");

    assertThat(FileCard.read(xml).title()).isEqualTo("ab\n.txt");
  }

  static Stream<Named<String>> foreign() {
    String attached = "<appattach><totallen>13</totallen><attachid>@m</attachid>";
    return Stream.of(
        Named.of(
            "unescaped",
            "<appmsg appid='wxeb7ec651dd0aefa9' sdkver=''><title>a & <b>.c</title><des></des>"
                + "<type>6</type>"
                + attached
                + "<fileext>c</fileext></appattach></appmsg>"),
        Named.of(
            "by a serializer",
            "<appmsg appid=\"\" sdkver=\"\"><type>6</type><title>a &amp; &lt;b&gt;.c</title><des/>"
                + attached
                + "<fileext>c</fileext></appattach></appmsg>"),
        Named.of(
            "with data sections, forwarded",
            "<?xml version=\"1.0\"?><msg>\n<appmsg><title>\n<![CDATA[a & <b>.c]]> </title>\n"
                + attached
                + "<fileext><![CDATA[c]]></fileext></appattach></appmsg></msg>"),
        Named.of(
            "with numbers for characters",
            "<title>a &#38; &#x3C;b&#x3e;.c</title>" + attached + "<fileext>c</fileext>"));
  }

  @ParameterizedTest
  @MethodSource("foreign")
  void readsWhatOtherClientsWrite(String xml) {
    assertThat(FileCard.read(xml)).isEqualTo(new FileCard("a & <b>.c", 13, "@m", "c"));
  }

  @ParameterizedTest
  @CsvSource({
    "'', 0",
    "-5, 0",
    "x, 0",
    "1.5, 0",
    "9999999999999999, 0",
    "20000000000, 20000000000"
  })
  void aSizeIsANumberOrNothing(String wire, long size) {
    assertThat(FileCard.read("<totallen>" + wire + "</totallen>").totalLength()).isEqualTo(size);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<title>", "</title><title>", "no markup", "<title>x</titel>"})
  void nonsenseIsNoFile(String xml) {
    assertThat(FileCard.read(xml)).isEqualTo(FileCard.NONE);
  }

  @ParameterizedTest
  @CsvSource({"a.b.c, c", "a., ''", "a, ''", ".c, c"})
  void theExtensionIsTheEndOfTheName(String name, String extension) {
    assertThat(FileCard.of(name, 1, "").extension()).isEqualTo(extension);
  }
}
