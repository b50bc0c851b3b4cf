// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.protocol.message.Fact.AddedAsFriend;
import dev.hongyan.protocol.message.Fact.Blocked;
import dev.hongyan.protocol.message.Fact.FriendAdded;
import dev.hongyan.protocol.message.Fact.GroupPayment;
import dev.hongyan.protocol.message.Fact.Invited;
import dev.hongyan.protocol.message.Fact.InvitedMe;
import dev.hongyan.protocol.message.Fact.JoinedByCode;
import dev.hongyan.protocol.message.Fact.LiveLocationOver;
import dev.hongyan.protocol.message.Fact.NotAFriend;
import dev.hongyan.protocol.message.Fact.Pat;
import dev.hongyan.protocol.message.Fact.RedPacketSeen;
import dev.hongyan.protocol.message.Fact.Removed;
import dev.hongyan.protocol.message.Fact.RemovedMe;
import dev.hongyan.protocol.message.Fact.Renamed;
import dev.hongyan.protocol.message.Fact.Unknown;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Protocol reference 5.13. */
@Timeout(20)
class NoteTest {

  static Stream<Fact> facts() {
    return Stream.of(
        new FriendAdded("Anna & Co"),
        new AddedAsFriend("梅 😀"),
        new Invited(Fact.ME, List.of("Bo")),
        new Invited("Anna", List.of("Bo", "Cem", "波")),
        new InvitedMe("Anna", List.of("Bo", "Cem")),
        new InvitedMe("Anna", List.of()),
        new InvitedMe("", List.of()),
        new JoinedByCode("Bo", "Anna"),
        new JoinedByCode("Bo", Fact.ME),
        new JoinedByCode(Fact.ME, "Anna"),
        new Removed(List.of("Bo")),
        new RemovedMe("Anna"),
        new Renamed("Anna", "Chess club"),
        new Renamed(Fact.ME, "象棋"),
        new RedPacketSeen(true),
        new RedPacketSeen(false),
        new GroupPayment(),
        new LiveLocationOver(),
        new Pat("Anna", "Bo"),
        new Pat("Anna", Fact.ME),
        new Pat(Fact.ME, "Bo"),
        new NotAFriend("Anna"),
        new Blocked());
  }

  @ParameterizedTest
  @MethodSource("facts")
  void tellWhatTheyWereWrittenFor(Fact fact) {
    for (NoteLanguage language : NoteLanguage.values()) {
      Note note = Note.of(fact, language);

      assertThat(Note.read(WireText.encode(note.text() + " "))).isEqualTo(note);
    }
  }

  @Test
  void everyFactIsInTheTable() {
    assertThat(facts().map(Fact::getClass).distinct())
        .hasSize(Fact.class.getPermittedSubclasses().length - 1);
  }

  static Stream<Arguments> seen() {
    return Stream.of(
        Arguments.of("你已添加了Dana，现在可以开始聊天了。", new FriendAdded("Dana")),
        Arguments.of(
            "You have added Dana as your WeChat contact. Start chatting!", new FriendAdded("Dana")),
        Arguments.of("Dana just added you to his/her contacts list. …", new AddedAsFriend("Dana")),
        Arguments.of("你邀请\"B\"加入了群聊  ", new Invited(Fact.ME, List.of("B"))),
        Arguments.of("A invited B to the group chat", new Invited("A", List.of("B"))),
        Arguments.of("\"A\"邀请你和\"B、C\"加入了群聊", new InvitedMe("A", List.of("B", "C"))),
        Arguments.of("\" B\"通过扫描\"A\"分享的二维码加入群聊", new JoinedByCode("B", "A")),
        Arguments.of("你被\"A\"移出群聊", new RemovedMe("A")),
        Arguments.of("\"A\"修改群名为“N “x””", new Renamed("A", "N “x”")),
        Arguments.of("收到红包，请在手机上查看", new RedPacketSeen(false)),
        Arguments.of("\"A\" 拍了拍 \"B\"", new Pat("A", "B")),
        Arguments.of(
            "Anna开启了朋友验证，你还不是他（她）朋友。请先发送朋友验证请求，对方验证通过后，才能聊天。"
                + "&lt;a href=\"weixin://findfriend/verifycontact\"&gt;发送朋友验证&lt;/a&gt;",
            new NotAFriend("Anna")),
        Arguments.of("消息已发出，但被对方拒收了。", new Blocked()));
  }

  @ParameterizedTest
  @MethodSource("seen")
  void asSeen(String content, Fact fact) {
    assertThat(Note.read(content).fact()).isEqualTo(fact);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "以上是打招呼的内容", "加入了群聊", "拍了拍", "你已添加了"})
  void othersTellNothing(String content) {
    assertThat(Note.read(content)).isEqualTo(new Note(content.strip(), new Unknown()));
  }

  @Test
  void linksForPhonesAreLeftOut() {
    assertThat(Note.read("see &lt;a href=\"weixin://x\"&gt;here&lt;/a&gt;now").text())
        .isEqualTo("see now");
    assertThat(Note.read("&lt;a href=\"http://x\"&gt;here&lt;/a&gt;").text())
        .isEqualTo("<a href=\"http://x\">here</a>");
  }

  @Test
  void hostileOnesTakeNoTime() {
    String names = "邀请\"你被\"A\"".repeat(200);

    assertThat(Note.read(names).fact()).isEqualTo(new Unknown());
    assertThat(Note.read("\"A\"邀请\"".repeat(100_000)).fact()).isEqualTo(new Unknown());
  }
}
