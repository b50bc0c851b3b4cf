// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

import dev.hongyan.protocol.MessageId;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.UserName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** One message of every kind, with texts that are hard to carry. */
final class Kinds {

  static final MessageId ID = new MessageId(3522000000000000042L);

  static final Instant TIME = Instant.ofEpochSecond(1_700_000_034);

  static final UserName SELF = new UserName("@0a1b");

  static final UserName PEER = new UserName("@5c0f");

  static final UserName ROOM = new UserName("@@9be1");

  static final Delivery PRIVATE = new Delivery(ID, PEER, SELF, UserName.NONE, TIME);

  static final Delivery IN_ROOM = new Delivery(ID, ROOM, SELF, PEER, TIME);

  /** Everything that has a meaning on the way. */
  static final String HARD = "a & b <c> \"d\" 'e' &amp; &lt; ]]> 梅 😀 [微笑] \u2005 $1 \\ @x:";

  static final Stranger ANNA =
      new Stranger(new UserName("@d00d"), "Anna " + HARD, "anna-7", "浙江", "杭州", HARD, 2, 0);

  static final Stranger PAPER =
      new Stranger(new UserName("@beef"), "日报 & Co", "daily", "", "", "", 0, 24);

  private Kinds() {}

  static Stream<MessageKind> all() {
    return Stream.of(written(), seen(), shared(), told()).flatMap(s -> s);
  }

  private static Stream<MessageKind> written() {
    return Stream.of(
        new MessageKind.Text(HARD + "\nline 2\n"),
        new MessageKind.Text(""),
        new Quote("Anna", HARD + "\nline 2", "「yes」\n" + HARD, MessageId.NONE),
        new Quote("Anna " + HARD, HARD + "\nline 2", "yes\n" + HARD, new MessageId(77)));
  }

  private static Stream<MessageKind> seen() {
    return Stream.of(
        new Picture(48_231, 0, 0, ""),
        new Picture(48_231, 640, 480, "00112233445566778899aabbccddeeff"),
        new Voice(Duration.ofMillis(3_215), 5_210),
        new Video(Duration.ofSeconds(10), 1_522_084, 290, 512, "00ff", false),
        new Video(Duration.ofSeconds(6), 0, 0, 0, "", true),
        new Emoticon("00112233445566778899aabbccddeeff", 447_446, 240, 210, false, 0),
        new Emoticon("", 0, 120, 120, true, 0),
        new Emoticon("00112233445566778899aabbccddeeff", 100, 64, 64, false, 6),
        new FileShare(HARD + ".pdf", 5_000_000_000L, "@crypt_5e6f_7a", "plan%2Epdf", "pdf"),
        new Location(22.54, -113.95, 16, "某路 1 号 & Co", "[位置]"),
        new Location(-90, 180, 15, HARD, HARD));
  }

  private static Stream<MessageKind> shared() {
    Articles.Article first =
        new Articles.Article(HARD, "http://a.example/?a=1&b=2", TIME, "http://a.example/c", HARD);
    Articles.Article second = new Articles.Article("two", "http://a.example/2", TIME, "", "");
    return Stream.of(
        new Card(ANNA, 17),
        new Card(PAPER, 17),
        new FriendRequest(ANNA, "hi, 我是 " + HARD, new Secret("v2_9f@stranger"), 14),
        new Link(HARD, HARD + "\nline 2", "http://a.example/?a=1&b=2", "http://a.example/t", "某"),
        new Link("title", "", "", "", ""),
        new Articles(List.of(first)),
        new Articles(List.of(first, second)),
        new Music(HARD, "某人", "http://m.example", "http://m.example/1", "", "App"),
        new MiniProgram(HARD, "某程序", "http://p.example", "gh_1@app", "wx12", "pages/a?b=1&c=2"),
        new Transfer("微信转账", "收到转账0.01元。如需收钱，请点此升级至最新版本"),
        new RedPacket("恭喜发财，大吉大利"),
        new LiveLocation("我发起了位置共享"));
  }

  private static Stream<MessageKind> told() {
    return Stream.of(
        new MessageKind.Call(MessageKind.Call.Stage.CALL),
        new MessageKind.Call(MessageKind.Call.Stage.ENDED),
        new MessageKind.Call(MessageKind.Call.Stage.INVITED),
        new MessageKind.Status(new StatusNote(StatusNote.CHATS, List.of(PEER, ROOM))),
        new MessageKind.NotSupported("该类型暂不支持，请在手机上查看"),
        Note.of(HARD),
        Note.of(new Fact.Pat("Anna", "Bo"), NoteLanguage.CHINESE),
        new Recall(new MessageId(4241293912041778012L), "\"Anna\" 撤回了一条消息 ]]>", "wxid_q1w2"),
        new Recall(MessageId.NONE, "", ""));
  }
}
