// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.protocol.MessageId;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.message.MessageKind.NotSupported;
import dev.hongyan.protocol.message.MessageKind.Text;
import dev.hongyan.protocol.message.MessageKind.Unknown;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contents of protocol reference 5.6 to 5.16 as they stand on the wire. */
@Timeout(20)
class RecordedKindsTest {

  @Test
  void oldPictures() {
    String content =
        "&lt;?xml version=\"1.0\"?&gt;<br/>&lt;msg&gt;<br/>\t&lt;img length=\"48231\""
            + " hdlength=\"0\" /&gt;<br/>"
            + "\t&lt;commenturl&gt;&lt;/commenturl&gt;<br/>&lt;/msg&gt;<br/>";

    assertThat(Arrived.kind(3, content)).isEqualTo(new Picture(48_231, 0, 0, ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "@70a713aabbcc", "&lt;msg&gt;&lt;img", "<msg>", "&lt;", "<img/>"})
  void picturesThatTellNothing(String content) {
    MessageItem item = Arrived.item(3, 0, Arrived.size(640, 480));

    assertThat(Arrived.kind(item, content)).isEqualTo(new Picture(0, 640, 480, ""));
  }

  @Test
  void voicesInRooms() {
    String content =
        "@5c0f:<br/>&lt;msg&gt;&lt;voicemsg endflag=\"1\" cancelflag=\"0\" forwardflag=\"0\""
            + " voiceformat=\"4\" voicelength=\"3215\" length=\"5210\" bufid=\"219\""
            + " fromusername=\"wxid_ab12\" /&gt;&lt;/msg&gt;";

    assertThat(Arrived.kind(34, content)).isEqualTo(new Voice(Duration.ofMillis(3_215), 5_210));
  }

  @Test
  void stickersWithBlanksBetweenNamesAndValues() {
    String content =
        "&lt;msg&gt;&lt;emoji fromusername = \"wxid_ab12\" type=\"2\" idbuffer=\"media:0_0\""
            + " md5=\"00112233445566778899aabbccddeeff\" len = \"447446\" productid=\"\" width="
            + " \"240\" height= \"210\"&gt;&lt;/emoji&gt; &lt;gameext type=\"0\" content=\"0\" &gt;"
            + "&lt;/gameext&gt;&lt;/msg&gt;";

    assertThat(Arrived.kind(47, content))
        .isEqualTo(new Emoticon("00112233445566778899aabbccddeeff", 447_446, 240, 210, false, 0));
  }

  @Test
  void stickersWithoutAPicture() {
    assertThat(Arrived.kind(47, "")).isEqualTo(new Emoticon("", 0, 0, 0, true, 0));
  }

  @Test
  void dice() {
    String content =
        "&lt;msg&gt;&lt;emoji md5=\"aa\"/&gt;&lt;gameext type=\"2\" content=\"9\"/&gt;&lt;/msg&gt;";

    assertThat(((Emoticon) Arrived.kind(47, content)).dice()).isEqualTo(6);
    assertThat(((Emoticon) Arrived.kind(47, content.replace("\"9\"", "\"99\""))).dice()).isZero();
  }

  @Test
  void titlesAreEscapedTwiceAndHoldEmoji() {
    String content =
        "&lt;msg&gt;&lt;appmsg&gt;&lt;title&gt;Q&amp;amp;A <span class=\"emoji emoji1f602\"></span>"
            + "&lt;/title&gt;&lt;des&gt;&lt;![CDATA[a<br/>b]]&gt;&lt;/des&gt;&lt;type&gt;5&lt;/type&gt;"
            + "&lt;url&gt;http://a.example/?a=1&amp;amp;b=2&lt;/url&gt;&lt;/appmsg&gt;&lt;/msg&gt;";

    assertThat(Arrived.app(5, Arrived.link("Q&amp;amp;A", "http://x.example"), content))
        .isEqualTo(new Link("Q&A 😂", "a\nb", "http://a.example/?a=1&b=2", "", ""));
  }

  @Test
  void spansInAttributes() {
    String content =
        "&lt;msg nickname=\"A<span class=\"emoji emoji1f602\"></span>\" alias=\"say"
            + " &amp;quot;x&amp;quot;\" sign=\"&lt;span class=&quot;emoji"
            + " emoji1f602&quot;&gt;&lt;/span&gt;\" certflag=\"24\" scene=\"17\"/&gt;";

    Card card = (Card) Arrived.kind(42, content);

    assertThat(card.person().nickName()).isEqualTo("A😂");
    assertThat(card.person().alias()).isEqualTo("say \"x\"");
    assertThat(card.person().signature()).isEqualTo("😂");
    assertThat(card.person().isOfficial()).isTrue();
  }

  @Test
  void brokenMarkupIsReadAsFarAsItGoes() {
    String content =
        "&lt;msg&gt;&lt;appmsg&gt;&lt;title&gt;Tom & Co <"
            + " 3&lt;/title&gt;&lt;type&gt;6&lt;appattach&gt;"
            + "&lt;totallen&gt;1024&lt;/totallen&gt;&lt;fileext&gt;pdf";

    FileShare file =
        (FileShare) Arrived.app(6, Arrived.file("x", "", "@crypt_1_2", "a%2Epdf"), content);

    assertThat(file.name()).startsWith("Tom & Co");
    assertThat(file.mediaId()).isEqualTo("@crypt_1_2");
    assertThat(file.encodedName()).isEqualTo("a%2Epdf");
  }

  @Test
  void filesWithoutContent() {
    MediaFields media = Arrived.file("a &amp; b.pdf", "1024", "@crypt_1_2", "a%20b%2Epdf");

    assertThat(Arrived.app(6, media, ""))
        .isEqualTo(new FileShare("a & b.pdf", 1_024, "@crypt_1_2", "a%20b%2Epdf", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "x", "99999999999999999999", "1.5", " "})
  void sizesThatAreNone(String size) {
    MediaFields media = Arrived.file("a.pdf", size, "", "");

    assertThat(((FileShare) Arrived.app(6, media, "")).size()).isZero();
  }

  @Test
  void oneArticleAndSeveral() {
    String item =
        "&lt;item&gt;&lt;title&gt;one&lt;/title&gt;&lt;url&gt;http://a.example&lt;/url&gt;"
            + "&lt;pub_time&gt;1700000000&lt;/pub_time&gt;&lt;cover&gt;http://a.example/c|640|360&lt;/cover&gt;"
            + "&lt;digest&gt;d&lt;/digest&gt;&lt;/item&gt;";
    String before =
        "&lt;msg&gt;&lt;appmsg&gt;&lt;type&gt;5&lt;/type&gt;&lt;mmreader&gt;&lt;category"
            + " type=\"20\" count=\"1\"&gt;&lt;name&gt;某报&lt;/name&gt;";
    String after = "&lt;/category&gt;&lt;/mmreader&gt;&lt;/appmsg&gt;&lt;/msg&gt;&lt;br/&gt;<br/>";
    var article =
        new Articles.Article(
            "one",
            "http://a.example",
            Instant.ofEpochSecond(1_700_000_000),
            "http://a.example/c",
            "d");

    assertThat(Arrived.app(5, MediaFields.NONE, before + item + after))
        .isEqualTo(new Articles(List.of(article)));
    assertThat(Arrived.app(5, MediaFields.NONE, before + item + item + after))
        .isEqualTo(new Articles(List.of(article, article)));
  }

  @Test
  void newsOfTheDay() {
    String content =
        "&lt;mmreader&gt;&lt;category type=\"1\""
            + " count=\"1\"&gt;&lt;item&gt;&lt;title&gt;one&lt;/title&gt;"
            + "&lt;/item&gt;&lt;/category&gt;&lt;/mmreader&gt;";

    assertThat(Arrived.kind(Arrived.from("newsapp", 1), content)).isInstanceOf(Articles.class);
    assertThat(Arrived.kind(Arrived.from("newsapp", 1), "hello")).isEqualTo(new Text("hello"));
    assertThat(Arrived.kind(1, content)).isInstanceOf(Text.class);
  }

  @Test
  void placesWithAndWithoutTheirXml() {
    String place = "某路:<br/>/cgi-bin/mmwebwx-bin/webwxgetpubliclinkimg?url=xxx&msgid=1";
    String url = "http://apis.map.qq.com/uri/v1/geocoder?coord=22.540000,113.950000";

    assertThat(Arrived.kind(location(url, ""), place))
        .isEqualTo(new Location(22.54, 113.95, 0, "某路", ""));
    assertThat(
            Arrived.kind(
                location(
                    url,
                    "<?xml version=\"1.0\"?>\n"
                        + "<msg>\n"
                        + "\t<location x=\"1.5\" y=\"999\" scale=\"16\" label=\"A &amp; B\""
                        + " maptype=\"0\" poiname=\"[位置]\" poiid=\"\" />\n"
                        + "</msg>\n"),
                place))
        .isEqualTo(new Location(1.5, 113.95, 16, "A & B", "[位置]"));
  }

  private static MessageItem location(String url, String original) {
    return new MessageItem(
        Kinds.ID,
        Kinds.PEER,
        Kinds.SELF,
        1,
        "",
        3,
        Kinds.TIME,
        Arrived.link("", url),
        0,
        StatusNote.NONE,
        Recommendation.NONE,
        48,
        original);
  }

  @Test
  void placesAreWrittenToTheByte() {
    MessageItem item =
        new Location(22.54, 113.95, 16, "某路", "[位置]").item(Kinds.IN_ROOM, WireStyle.XML);

    assertThat(item.content())
        .isEqualTo(
            "@5c0f:<br/>某路:<br/>/cgi-bin/mmwebwx-bin/webwxgetpubliclinkimg?url=xxx"
                + "&msgid=3522000000000000042&pictype=location");
    assertThat(item.original())
        .isEqualTo(
            "<?xml version=\"1.0\"?>\n"
                + "<msg>\n"
                + "\t<location x=\"22.540000\" y=\"113.950000\" scale=\"16\" label=\"某路\""
                + " maptype=\"0\" poiname=\"[位置]\" poiid=\"\" />\n"
                + "</msg>\n");
  }

  @Test
  void friendRequestsWithoutTheirXml() {
    Recommendation who =
        new Recommendation(
            new UserName("@d00d"),
            "Dana <span class=\"emoji emoji1f602\"></span>",
            "浙江",
            "",
            "hi &lt;3",
            "",
            "",
            14,
            0,
            0,
            2,
            new Secret("v2_9f@stranger"),
            2);
    MessageItem item =
        new MessageItem(
            Kinds.ID,
            new UserName("fmessage"),
            Kinds.SELF,
            37,
            "",
            3,
            Kinds.TIME,
            MediaFields.NONE,
            0,
            StatusNote.NONE,
            who,
            0,
            "");

    FriendRequest request = (FriendRequest) Arrived.kind(item, "@70a7");

    assertThat(request.person().nickName()).isEqualTo("Dana 😂");
    assertThat(request.greeting()).isEqualTo("hi &lt;3");
    assertThat(request.ticket()).isEqualTo(new Secret("v2_9f@stranger"));
    assertThat(request.toString()).doesNotContain("hi", "v2_", "Dana");
    assertThat(item.recommendation().toString()).doesNotContain("hi", "Dana");
  }

  @Test
  void recallsWithAndWithoutIndentation() {
    String content =
        "&lt;sysmsg type=\"revokemsg\"&gt;<br/>\t&lt;revokemsg&gt;<br/>\t"
            + "\t&lt;session&gt;wxid_q1w2e3"
            + "&lt;/session&gt;&lt;oldmsgid&gt;1096526481&lt;/oldmsgid&gt;&lt;msgid&gt;4241293912041778012&lt;/msgid&gt;&lt;replacemsg&gt;&lt;![CDATA[\"Anna\""
            + " 撤回了一条消息]]&gt;&lt;/replacemsg&gt;&lt;/revokemsg&gt;&lt;/sysmsg&gt;";
    Recall recall =
        new Recall(new MessageId(4241293912041778012L), "\"Anna\" 撤回了一条消息", "wxid_q1w2e3");

    assertThat(Arrived.kind(10002, content)).isEqualTo(recall);
    assertThat(Arrived.kind(10002, content.replace("<br/>", "").replace("\t", "")))
        .isEqualTo(recall);
    assertThat(Arrived.kind(10002, "@5c0f:<br/>" + content)).isEqualTo(recall);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "@70a7",
        "&lt;sysmsg type=\"pat\"&gt;&lt;pat&gt;&lt;/pat&gt;&lt;/sysmsg&gt;",
        "&lt;sysmsg type=\"revokemsg\"&gt;&lt;/sysmsg&gt;",
        "&lt;sysmsg type=\"revokemsg\"&gt;&lt;revokemsg/&gt;&lt;/sysmsg&gt;"
      })
  void otherOrdersOfTheServiceAreUnknown(String content) {
    assertThat(Arrived.kind(10002, content)).isInstanceOf(Unknown.class);
  }

  @Test
  void quotes() {
    String rule = "- - - - - - - - - - - - - - -";

    assertThat(Arrived.kind(1, "「Anna：[图片]」<br/>" + rule + "<br/>nice &amp; new<br/>line"))
        .isEqualTo(new Quote("Anna", "[图片]", "nice & new\nline", MessageId.NONE));
    assertThat(Arrived.kind(1, "「Anna：no」<br/>rule")).isEqualTo(new Text("「Anna：no」\nrule"));
  }

  @Test
  void messagesOfOtherAppNumbers() {
    assertThat(Arrived.app(2, Arrived.size(3, 4), "")).isEqualTo(new Picture(0, 3, 4, ""));
    assertThat(Arrived.app(36, Arrived.link("t", ""), "该类型暂不支持，请在手机上查看"))
        .isEqualTo(new MiniProgram("t", "", "", "", "", ""));
    assertThat(Arrived.app(19, Arrived.link("t &amp; u", ""), ""))
        .isInstanceOfSatisfying(
            Unknown.class,
            unknown -> {
              assertThat(unknown.title()).isEqualTo("t & u");
              assertThat(unknown.appType()).isEqualTo(19);
            });
    assertThat(Arrived.kind(9_999, "x")).isInstanceOf(Unknown.class);
  }

  @Test
  void redPacketsThatAreTexts() {
    MessageItem item = Arrived.item(1, 2001, Arrived.link("恭喜发财", ""));

    assertThat(Arrived.kind(item, "")).isEqualTo(new RedPacket("恭喜发财"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | This type of message is not supported on Web WeChat. View it on your phone.",
        "49 | 该类型暂不支持，请在手机上查看",
        "49 | 該類型暫不支持，請在手機上查看。",
        "49 | 暫時不支援該類型，請在手機上查看。",
        "44 | 该类型暂不支持，请在手机上查看。"
      })
  void whatTheWebDoesNotShow(int type, String sentence) {
    assertThat(Arrived.kind(type, sentence + " ")).isEqualTo(new NotSupported(sentence));
  }

  @Test
  void channelsAreNotShownEither() {
    String sentence = "当前微信版本不支持展示该内容，请升级至最新版本。";

    assertThat(Arrived.app(51, Arrived.link(sentence, ""), ""))
        .isEqualTo(new NotSupported(sentence));
  }
}
