// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.protocol.MessageId;
import dev.hongyan.protocol.message.Articles;
import dev.hongyan.protocol.message.Card;
import dev.hongyan.protocol.message.Emoticon;
import dev.hongyan.protocol.message.Fact;
import dev.hongyan.protocol.message.FileShare;
import dev.hongyan.protocol.message.Link;
import dev.hongyan.protocol.message.LiveLocation;
import dev.hongyan.protocol.message.Location;
import dev.hongyan.protocol.message.MessageItem;
import dev.hongyan.protocol.message.MessageKind;
import dev.hongyan.protocol.message.MiniProgram;
import dev.hongyan.protocol.message.Music;
import dev.hongyan.protocol.message.Note;
import dev.hongyan.protocol.message.Picture;
import dev.hongyan.protocol.message.Quote;
import dev.hongyan.protocol.message.Recall;
import dev.hongyan.protocol.message.RedPacket;
import dev.hongyan.protocol.message.RoomPrefix;
import dev.hongyan.protocol.message.Transfer;
import dev.hongyan.protocol.message.Video;
import dev.hongyan.protocol.message.Voice;
import dev.hongyan.server.WebPageCase;
import dev.hongyan.server.script.Person;
import dev.hongyan.server.world.AppContent;
import dev.hongyan.server.world.Content;
import dev.hongyan.server.world.MediaContent;
import dev.hongyan.server.world.QuoteForm;
import dev.hongyan.server.world.RedPacketForm;
import dev.hongyan.server.world.Switch;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What phones send, as a web client hears of it. */
@Timeout(30)
class DeliveryTest extends WebPageCase {

  private static final byte[] GIF =
      Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");
  private static final String GIF_MD5 = "d89746888da2d9510b64a9f031eaecd5";

  private final Person lin = cast.person("lin");
  private final Person mei = cast.person("mei");

  @Test
  void picturesAreOpaqueUnlessAskedFor() throws Exception {
    mei.sendsPicture("flower.gif", GIF).to(lin);
    List<MessageItem> opaque = web.news();
    lin.isTreated(Switch.MEDIA_CONTENT, MediaContent.XML);
    mei.sendsPicture("flower.gif", GIF).to(lin);
    List<MessageKind> told = web.kinds();

    assertThat(opaque.getFirst().content()).matches("@[0-9a-f]{600,}");
    assertThat(opaque.getFirst().media().imageStatus()).isEqualTo(2);
    assertThat(told).containsExactly(new Picture(GIF.length, 1, 1, GIF_MD5));
  }

  @Test
  void voicesAndVideosTellTheirLength() throws Exception {
    mei.sendsVoice(new byte[] {1}, Duration.ofMillis(3215)).to(lin);
    mei.sendsVideo("v.mp4", new byte[] {2}, Duration.ofSeconds(10)).to(lin);

    assertThat(web.kinds())
        .containsExactly(
            new Voice(Duration.ofMillis(3215), 0),
            new Video(Duration.ofSeconds(10), 0, 0, 0, "", false));
  }

  @Test
  void emoticonsTellTheirMd5AndStickersNothing() throws Exception {
    mei.sendsEmoticon(GIF).to(lin);
    mei.sends(new Content.Sticker("ab".repeat(16))).to(lin);

    assertThat(web.kinds())
        .containsExactly(
            new Emoticon(GIF_MD5, GIF.length, 1, 1, false, 0), new Emoticon("", 0, 0, 0, true, 0));
  }

  @Test
  void filesTellNameSizeAndHandle() throws Exception {
    mei.sendsFile("../年终 报告_1.pdf", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII)).to(lin);

    MessageItem item = web.news().getFirst();
    FileShare file = (FileShare) MessageKind.of(item, item.content());

    assertThat(file.name()).isEqualTo("年终 报告_1.pdf");
    assertThat(file.size()).isEqualTo(8);
    assertThat(file.mediaId()).matches("@crypt_[0-9a-f]{8}_[0-9a-f]{300,}");
    assertThat(file.encodedName()).isEqualTo("%E5%B9%B4%E7%BB%88%20%E6%8A%A5%E5%91%8A%5F1%2Epdf");
    assertThat(item.media().fileSize()).isEqualTo("8");
  }

  @Test
  void placesPeopleAndPagesComeAsTheyAre() throws Exception {
    mei.sends(new Content.Location(22.54, 113.95, "深圳市南山区", "书城")).to(lin);
    mei.recommends(cast.person("bo")).to(lin);
    mei.sends(new AppContent.Link("标题 <1>", "说明", "https://example.org/?a=1&b=2", "报")).to(lin);
    mei.sends(new AppContent.Music("歌", "谁", "https://example.org/m", "https://example.org/s"))
        .to(lin);
    mei.sends(new AppContent.MiniProgram("页", "程序", "https://example.org/p")).to(lin);

    List<MessageKind> kinds = web.kinds();

    assertThat(kinds.get(0)).isEqualTo(new Location(22.54, 113.95, 16, "深圳市南山区", "书城"));
    Card card = (Card) kinds.get(1);
    assertThat(card.person().nickName()).isEqualTo("波");
    assertThat(card.person().userName()).isEqualTo(web.name("bo"));
    assertThat(kinds.subList(2, 5))
        .containsExactly(
            new Link("标题 <1>", "说明", "https://example.org/?a=1&b=2", "", "报"),
            new Music(
                "歌",
                "谁",
                "https://example.org/m",
                "https://example.org/s",
                "https://example.org/s",
                ""),
            new MiniProgram("页", "程序", "https://example.org/p", "", "", ""));
  }

  @Test
  void moneyIsToldAndNotShown() throws Exception {
    mei.sends(new AppContent.Transfer("¥8.00", "午饭")).to(lin);
    mei.sends(new AppContent.RedPacket("恭喜发财")).to(lin);
    List<MessageKind> usual = web.kinds();
    lin.isTreated(Switch.RED_PACKETS, RedPacketForm.APP);
    mei.sends(new AppContent.RedPacket("恭喜发财")).to(lin);

    assertThat(((Transfer) usual.get(0)).title()).isEqualTo("微信转账");
    assertThat(((Transfer) usual.get(0)).description()).contains("¥8.00", "午饭");
    assertThat(((Note) usual.get(1)).fact()).isEqualTo(new Fact.RedPacketSeen(false));
    assertThat(web.kinds()).containsExactly(new RedPacket("恭喜发财"));
  }

  @Test
  void quotesAreTextThatSaysSo() throws Exception {
    var question = mei.says("去吗？").to(lin);
    var photo = mei.sendsPicture("a.gif", GIF).to(lin);
    mei.sends(new Content.Quote("去！", question)).to(lin);
    mei.sends(new Content.Quote("好看", photo)).to(lin);
    List<MessageKind> usual = web.kinds();
    lin.isTreated(Switch.QUOTES, QuoteForm.APP);
    mei.sends(new Content.Quote("去！", question)).to(lin);

    assertThat(usual.subList(2, 4))
        .containsExactly(
            new Quote("梅", "去吗？", "去！", MessageId.NONE),
            new Quote("梅", "[图片]", "好看", MessageId.NONE));
    assertThat(web.kinds())
        .containsExactly(new Quote("梅", "去吗？", "去！", new MessageId(question.value())));
  }

  @Test
  void whatOnlyPhonesCanDoIsTold() throws Exception {
    mei.sends(new Content.LiveLocation()).to(lin);
    mei.sends(new Content.Call(Content.Call.Stage.RINGING)).to(lin);
    mei.sends(new Content.Call(Content.Call.Stage.ENDED)).to(lin);
    mei.sends(new Content.Unsupported()).to(lin);

    assertThat(web.kinds())
        .containsExactly(
            new LiveLocation("梅发起了位置共享，请在手机上查看"),
            new MessageKind.Call(MessageKind.Call.Stage.INVITED),
            new MessageKind.Call(MessageKind.Call.Stage.ENDED),
            new MessageKind.NotSupported("该类型暂不支持，请在手机上查看"));
  }

  @Test
  void articlesComeTogether() throws Exception {
    Instant published = Instant.parse("2026-02-28T00:00:00Z");
    mei.sends(
            new AppContent.Articles(
                List.of(
                    new AppContent.Article("一", "摘要", "https://example.org/1", "", published),
                    new AppContent.Article("二", "", "https://example.org/2", "", published))))
        .to(lin);

    Articles articles = (Articles) web.kinds().getFirst();

    assertThat(articles.articles()).extracting(Articles.Article::title).containsExactly("一", "二");
  }

  @Test
  void recallsNameTheMessageAndWhoTookItBack() throws Exception {
    var typo = mei.says("typo").to(cast.room("team"));
    var own = lin.says("own").to(mei);
    web.news();
    mei.recalls(typo);
    lin.recalls(own);

    List<MessageItem> items = web.news();
    Recall theirs =
        (Recall) MessageKind.of(items.get(0), RoomPrefix.split(items.get(0).content()).content());
    Recall mine = (Recall) MessageKind.of(items.get(1), items.get(1).content());

    assertThat(theirs.recalled().value()).isEqualTo(typo.value());
    assertThat(theirs.text()).isEqualTo("\"梅\" 撤回了一条消息");
    assertThat(theirs.chatId()).endsWith("@chatroom");
    assertThat(items.get(0).from()).isEqualTo(web.name("team"));
    assertThat(mine.text()).isEqualTo("你撤回了一条消息");
    assertThat(mine.chatId()).isEqualTo(mei.account().realId());
    assertThat(items.get(1).from()).isEqualTo(web.self());
  }

  @Test
  void inRoomsTheSpeakerStandsBeforeEachOfThem() throws Exception {
    mei.sendsPicture("a.gif", GIF).to(cast.room("team"));
    mei.recommends(cast.person("bo")).to(cast.room("team"));
    mei.sends(new Content.Location(22.54, 113.95, "深圳", "")).to(cast.room("team"));

    assertThat(web.news())
        .allSatisfy(item ->
            assertThat(RoomPrefix.split(item.content()).sender()).isEqualTo(web.name("mei")));
  }
}
