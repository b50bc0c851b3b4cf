// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The sentences of the service's notes (protocol reference 5.13): each is read and written. The
 * order counts: what is more special stands first.
 */
final class Wording {

  private static final Wording FRIEND_ADDED =
      new Wording(
          "你已添加了{a}，|现在可以开始聊天了。",
          "You have added {a} as your WeChat contact|. Start chatting!",
          w -> new Fact.FriendAdded(w.a()));

  private static final Wording ADDED_AS_FRIEND =
      new Wording(
          "{a}刚刚把你添加到通讯录，|现在可以开始聊天了。",
          "{a} just added you to his/her contacts list|. Start chatting!",
          w -> new Fact.AddedAsFriend(w.a()));

  private static final Wording I_INVITED =
      new Wording(
          "你邀请\"{n}\"加入了群聊",
          "You invited {n} to the group chat",
          w -> new Fact.Invited(Fact.ME, w.names()));

  private static final Wording INVITED_ME_WITH =
      new Wording(
          "\"{a}\"邀请你和\"{n}\"加入了群聊",
          "{a} invited you to a group chat with {n}",
          w -> new Fact.InvitedMe(w.a(), w.names()));

  private static final Wording INVITED_ME =
      new Wording(
          "\"{a}\"邀请你加入了群聊",
          "{a} invited you to the group chat",
          w -> new Fact.InvitedMe(w.a(), List.of()));

  private static final Wording SOMEBODY_INVITED_ME =
      new Wording(
          "邀请你加入了群聊",
          "You have been invited to the group chat",
          w -> new Fact.InvitedMe("", List.of()));

  private static final Wording INVITED =
      new Wording(
          "\"{a}\"邀请\"{n}\"加入了群聊",
          "{a} invited {n} to the group chat",
          w -> new Fact.Invited(w.a(), w.names()));

  private static final Wording I_JOINED_BY_CODE =
      new Wording(
          "你通过扫描\"{a}\"分享的二维码加入群聊",
          "You joined the group chat via the QR Code shared by \"{a}\".",
          w -> new Fact.JoinedByCode(Fact.ME, w.a()));

  private static final Wording JOINED_BY_MY_CODE =
      new Wording(
          "\" {b}\"通过扫描你分享的二维码加入群聊",
          "\"{b}\" joined the group chat via the QR Code shared by you.",
          w -> new Fact.JoinedByCode(w.b(), Fact.ME));

  private static final Wording JOINED_BY_CODE =
      new Wording(
          "\" {b}\"通过扫描\"{a}\"分享的二维码加入群聊",
          "\"{b}\" joined the group chat via the QR Code shared by \"{a}\".",
          w -> new Fact.JoinedByCode(w.b(), w.a()));

  private static final Wording REMOVED =
      new Wording(
          "你将\"{n}\"移出了群聊",
          "You removed \"{n}\" from the group chat",
          w -> new Fact.Removed(w.names()));

  private static final Wording REMOVED_ME =
      new Wording(
          "你被\"{a}\"移出群聊",
          "You were removed from the group chat by \"{a}\"",
          w -> new Fact.RemovedMe(w.a()));

  private static final Wording I_RENAMED =
      new Wording(
          "你修改群名为“{b}”",
          "You changed the group name to \"{b}\"",
          w -> new Fact.Renamed(Fact.ME, w.b()));

  private static final Wording RENAMED =
      new Wording(
          "\"{a}\"修改群名为“{b}”",
          "\"{a}\" changed the group name to \"{b}\"",
          w -> new Fact.Renamed(w.a(), w.b()));

  private static final Wording RED_PACKET =
      new Wording(
          "收到红包，请在手机上查看",
          "Red packet received. View on phone.",
          w -> new Fact.RedPacketSeen(false));

  private static final Wording MY_RED_PACKET =
      new Wording(
          "发出红包，请在手机上查看", "Red packet sent. View on phone.", w -> new Fact.RedPacketSeen(true));

  private static final Wording GROUP_PAYMENT =
      new Wording("群收款消息，请在手机上查看", "Group payment. View on phone.", w -> new Fact.GroupPayment());

  private static final Wording LIVE_LOCATION_OVER =
      new Wording("位置共享已经结束", "Location sharing has ended", w -> new Fact.LiveLocationOver());

  private static final Wording I_PATTED =
      new Wording("我拍了拍 \"{b}\"", "I tickled \"{b}\"", w -> new Fact.Pat(Fact.ME, w.b()));

  private static final Wording PATTED_ME =
      new Wording("\"{a}\" 拍了拍我", "\"{a}\" tickled me", w -> new Fact.Pat(w.a(), Fact.ME));

  private static final Wording PATTED =
      new Wording(
          "\"{a}\" 拍了拍 \"{b}\"", "\"{a}\" tickled \"{b}\"", w -> new Fact.Pat(w.a(), w.b()));

  private static final Wording NOT_A_FRIEND =
      new Wording(
          "{a}开启了朋友验证，你还不是他（她）朋友。|请先发送朋友验证请求，对方验证通过后，才能聊天。",
          "{a} has enabled Friend Confirmation|. Send a friend request and chat when it is"
              + " accepted.",
          w -> new Fact.NotAFriend(w.a()));

  private static final Wording BLOCKED =
      new Wording(
          "消息已发出，但被对方拒收了。",
          "The message was sent but rejected by the receiver.",
          w -> new Fact.Blocked());

  private static final List<Wording> ALL =
      List.of(
          FRIEND_ADDED,
          ADDED_AS_FRIEND,
          I_INVITED,
          INVITED_ME_WITH,
          INVITED_ME,
          SOMEBODY_INVITED_ME,
          INVITED,
          I_JOINED_BY_CODE,
          JOINED_BY_MY_CODE,
          JOINED_BY_CODE,
          REMOVED,
          REMOVED_ME,
          I_RENAMED,
          RENAMED,
          RED_PACKET,
          MY_RED_PACKET,
          GROUP_PAYMENT,
          LIVE_LOCATION_OVER,
          I_PATTED,
          PATTED_ME,
          PATTED,
          NOT_A_FRIEND,
          BLOCKED);

  /** A note of 40 people who were invited has a thousand characters; longer ones are no facts. */
  private static final int MAX_LENGTH = 2_048;

  private final Sentence chinese;
  private final Sentence english;
  private final Function<Sentence.Words, Fact> fact;

  private Wording(String chinese, String english, Function<Sentence.Words, Fact> fact) {
    this.chinese = Sentence.of(chinese, "、");
    this.english = Sentence.of(english, ", ");
    this.fact = fact;
  }

  /** What a note tells, in whatever language. */
  static Fact fact(String text) {
    if (text.length() > MAX_LENGTH) {
      return new Fact.Unknown();
    }
    return ALL.stream()
        .map(wording -> wording.read(text))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(Fact.Unknown::new);
  }

  private Optional<Fact> read(String text) {
    return chinese.read(text).or(() -> english.read(text)).map(fact);
  }

  /** A note that tells this; empty if nobody knows what it tells. */
  static String text(Fact fact, NoteLanguage language) {
    return switch (fact) {
      case Fact.FriendAdded(String name) -> FRIEND_ADDED.write(language, name, "");
      case Fact.AddedAsFriend(String name) -> ADDED_AS_FRIEND.write(language, name, "");
      case Fact.Invited(String by, List<String> names) ->
          (isMe(by) ? I_INVITED : INVITED).write(language, by, names);
      case Fact.InvitedMe(String by, List<String> others) when isMe(by) ->
          SOMEBODY_INVITED_ME.write(language, by, others);
      case Fact.InvitedMe(String by, List<String> others) ->
          (others.isEmpty() ? INVITED_ME : INVITED_ME_WITH).write(language, by, others);
      case Fact.JoinedByCode(String name, String by) when isMe(name) ->
          I_JOINED_BY_CODE.write(language, by, "");
      case Fact.JoinedByCode(String name, String by) ->
          (isMe(by) ? JOINED_BY_MY_CODE : JOINED_BY_CODE).write(language, by, name);
      case Fact.Removed(List<String> names) -> REMOVED.write(language, "", names);
      case Fact.RemovedMe(String by) -> REMOVED_ME.write(language, by, "");
      case Fact.Renamed(String by, String name) ->
          (isMe(by) ? I_RENAMED : RENAMED).write(language, by, name);
      case Fact.RedPacketSeen(boolean isMine) ->
          (isMine ? MY_RED_PACKET : RED_PACKET).write(language, "", "");
      case Fact.GroupPayment() -> GROUP_PAYMENT.write(language, "", "");
      case Fact.LiveLocationOver() -> LIVE_LOCATION_OVER.write(language, "", "");
      case Fact.Pat(String by, String whom) when isMe(by) -> I_PATTED.write(language, "", whom);
      case Fact.Pat(String by, String whom) ->
          (isMe(whom) ? PATTED_ME : PATTED).write(language, by, whom);
      case Fact.NotAFriend(String name) -> NOT_A_FRIEND.write(language, name, "");
      case Fact.Blocked() -> BLOCKED.write(language, "", "");
      case Fact.Unknown() -> "";
    };
  }

  private static boolean isMe(String name) {
    return name.equals(Fact.ME);
  }

  private String write(NoteLanguage language, String a, String b) {
    return sentence(language).write(a, b, List.of());
  }

  private String write(NoteLanguage language, String a, List<String> names) {
    return sentence(language).write(a, "", names);
  }

  private Sentence sentence(NoteLanguage language) {
    return switch (language) {
      case CHINESE -> chinese;
      case ENGLISH -> english;
    };
  }
}
