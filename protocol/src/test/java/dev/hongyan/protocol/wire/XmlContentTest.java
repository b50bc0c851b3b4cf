// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.protocol.wire.XmlContent.Layout;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** XML by strangers: a value or nothing, within limits. */
@Timeout(20)
class XmlContentTest {

  private record Thing(String size, String title) {}

  private static final Thing NOTHING = new Thing("?", "?");

  private static final XmlContent<Thing> XML =
      new XmlContent<>(
          "msg",
          Layout.SPACED,
          (f, t) -> {
            String size = f.within("img", t.size, (e, s) -> e.text("@size", s));
            return new Thing(size, f.text("title", t.title));
          });

  @Test
  void writesAttributesAndElements() {
    assertThat(XML.write(new Thing("a<&\"\n'>", "b<&\"\n'>\u0000\uD800")))
        .isEqualTo(
            "<msg><img size=\"a&lt;&amp;&quot;&#10;'&gt;\" />"
                + "<title>b&lt;&amp;\"\n'&gt;</title></msg>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", " a\n<&>\"' ]]> ", "😀 梅", "&amp;#10;"})
  void readsWhatItWrites(String text) {
    for (Layout layout : Layout.values()) {
      var xml = new XmlContent<>("msg", layout, XML.passage());

      assertThat(xml.read(xml.write(new Thing(text, text)), NOTHING))
          .as(layout.name())
          .contains(new Thing(text, text));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<msg><img size='1'/><title>t</title></msg>",
        "<?xml version=\"1.0\"?>\n<msg>\n\t<img size = \"1\"></img><title>t</title></msg>\n",
        "@5c0f:\n<msg><img size='1'/><title>t</title></msg>",
        "<msg><img size='1'/><title>t</title></msg><br/>garbage & <",
        "<msg><img size='1'/><title><![CDATA[t]]></title></msg>",
        "<msg><img size='1'/><title>t</title>",
        "<msg><title>t",
        "<msg><img size='1'/><extra>&nbsp;</extra><title>t</title></msg>",
        "<?xml version=\"1.0\" encoding=\"utf-16\"?><msg><img size='1'/><title>t</title></msg>",
        "<other/><msg><img size='1'/><title>t</title></msg>"
      })
  void readsWhatItCan(String xml) {
    assertThat(XML.read(xml, NOTHING).map(Thing::title)).contains("t");
  }

  static Stream<Arguments> unreadable() {
    return Stream.of(
        Arguments.of("nothing", ""),
        Arguments.of("no markup", "@70a713"),
        Arguments.of("another root", "<gsm><title>t</title></gsm>"),
        Arguments.of("too long", "<msg>" + " ".repeat(300_000) + "</msg>"),
        Arguments.of("too deep", "<msg>" + "<a>".repeat(100) + "</a>".repeat(100) + "</msg>"),
        Arguments.of("too deep and broken", "<msg>" + "<a>".repeat(50_000)),
        Arguments.of("too many", "<msg>" + "<a/>".repeat(5_000) + "</msg>"),
        Arguments.of("too many and broken", "<msg>" + "<a/>".repeat(5_000)),
        Arguments.of("too long a name", "<msg><" + "a".repeat(100) + "/></msg>"),
        Arguments.of("too many attributes", "<msg" + attributes() + "/>"));
  }

  private static String attributes() {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < 1_000; i++) {
      all.append(" a").append(i).append("='x'");
    }
    return all.toString();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unreadable")
  void readsNothing(String name, String xml) {
    assertThat(XML.read(xml, NOTHING)).as(name).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE msg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><msg><title>&x;</title></msg>",
        "<!DOCTYPE msg [<!ENTITY x 'expanded'>]><msg><title>&x;</title></msg>",
        "<!DOCTYPE msg SYSTEM 'http://127.0.0.1:1/x.dtd'><msg><title>&x;</title></msg>",
        "<msg xmlns:xi='http://www.w3.org/2001/XInclude'><title>&x;<xi:include href='/etc/passwd'/>"
            + "</title></msg>"
      })
  void opensAndExpandsNothing(String xml) {
    assertThat(XML.read(xml, NOTHING).map(Thing::title).orElse("&x;")).isIn("&x;", "?", "");
  }
}
