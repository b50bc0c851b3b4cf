// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class MessagesTest {

  private final Scene scene = new Scene();
  private final Messages messages = scene.world.messages();

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void reachBothPhonesInAPrivateChat() {
    MessageId id = scene.write(scene.mei, scene.lin.id(), "在吗？");

    assertThat(texts(scene.lin)).containsExactly("在吗？");
    assertThat(texts(scene.mei)).containsExactly("在吗？");
    assertThat(texts(scene.account("bo"))).isEmpty();
    assertThat(messages.find(id).orElseThrow().time()).isEqualTo(Scene.START);
    assertThat(scene.world.chats().unread(scene.lin.id(), scene.mei.id())).isOne();
    assertThat(scene.world.chats().unread(scene.mei.id(), scene.lin.id())).isZero();
  }

  @Test
  void reachEveryMemberOfARoom() {
    scene.write(scene.account("bo"), scene.team, "大家好");

    for (String name : List.of("lin", "mei", "bo", "an")) {
      assertThat(texts(scene.account(name))).as(name).containsExactly("大家好");
    }
    assertThat(texts(scene.account("friend-1"))).isEmpty();
    assertThat(scene.world.chats().unread(scene.lin.id(), scene.team)).isOne();
    scene.world.chats().markRead(scene.lin.id(), scene.team);
    assertThat(scene.world.chats().unread(scene.lin.id(), scene.team)).isZero();
  }

  @Test
  void haveIdsThatGrowAndHave19Digits() {
    MessageId before = new MessageId(0);
    for (int i = 0; i < 200; i++) {
      MessageId id = scene.write(scene.mei, scene.lin.id(), "n");
      assertThat(id).isGreaterThan(before);
      assertThat(id.toString()).hasSize(19);
      before = id;
    }
  }

  @Test
  void sentAgainAreTheSameForTenMinutes() throws Exception {
    SendOutcome first = scene.send(scene.lin, scene.mei.id(), "hi", "17");
    scene.time.advance(Messages.REMEMBERED);
    SendOutcome again = scene.send(scene.lin, scene.mei.id(), "hi", "17");
    scene.time.advance(Duration.ofMillis(1));
    SendOutcome late = scene.send(scene.lin, scene.mei.id(), "hi", "17");

    assertThat(again).isEqualTo(first);
    assertThat(late).isNotEqualTo(first);
    assertThat(texts(scene.mei)).hasSize(2);
    assertThat(scene.world.violations().report().list()).isEmpty();
  }

  @Test
  void withTheSameClientIdButOtherWordsAreMessagesOfTheirOwn() {
    SendOutcome first = scene.send(scene.lin, scene.mei.id(), "hi", "17");
    SendOutcome other = scene.send(scene.lin, scene.mei.id(), "ho", "17");
    SendOutcome elsewhere = scene.send(scene.lin, scene.team, "hi", "17");
    SendOutcome bySomeoneElse = scene.send(scene.mei, scene.lin.id(), "hi", "17");

    assertThat(List.of(first, other, elsewhere, bySomeoneElse)).doesNotHaveDuplicates();
    assertThat(scene.world.violations().report().list())
        .extracting(Violation::breach)
        .containsExactly(Breach.CLIENT_ID_REUSED, Breach.CLIENT_ID_REUSED);
    assertThat(scene.send(scene.lin, scene.mei.id(), "hi", "17")).isEqualTo(first);
  }

  @Test
  void areRefusedWhereTheSenderHasNoAccess() {
    Account stranger = scene.world.accounts().add(NewAccount.person("yu", Profile.of("雨")));

    assertRefused(Refusal.NOT_A_CONTACT, scene.send(scene.lin, stranger.id(), "hi", "1"));
    assertRefused(Refusal.NOT_A_CONTACT, scene.send(scene.lin, new AccountId(99_999), "hi", "1"));
    assertRefused(Refusal.ROOM_GONE, scene.send(stranger, scene.team, "hi", "1"));
    assertRefused(Refusal.ROOM_GONE, scene.send(scene.lin, new RoomId(99_999), "hi", "1"));
    assertThat(texts(scene.lin)).isEmpty();
  }

  @Test
  void toOneselfNeedAShortUserName() {
    assertThat(UserNames.hasShortName(scene.lin)).isFalse();
    assertRefused(Refusal.NOT_A_CONTACT, scene.send(scene.lin, scene.lin.id(), "hi", "1"));
    Account shortNamed = withShortName();

    MessageId id = Scene.sent(scene.send(shortNamed, shortNamed.id(), "note", "1"));

    assertThat(messages.onPhone(shortNamed.id(), 0, 10))
        .extracting(Message::id)
        .containsExactly(id);
  }

  @Test
  void alwaysReachTheFileHelper() {
    Account helper = scene.account("filehelper");

    Scene.sent(scene.send(scene.lin, helper.id(), "心跳", "1"));

    assertThat(texts(scene.lin)).containsExactly("心跳");
    assertThat(texts(helper)).isEmpty();
  }

  @Test
  void areNotLongerThanTheLimit() {
    String longest = "长".repeat(Messages.TEXT_LIMIT);

    Scene.sent(scene.send(scene.lin, scene.mei.id(), longest, "1"));

    assertRefused(Refusal.TEXT_TOO_LONG, scene.send(scene.lin, scene.mei.id(), longest + "长", "2"));
    assertThat(texts(scene.mei)).containsExactly(longest);
  }

  @Test
  void fromTheWebNeedThePhone() {
    scene.world.accounts().set("lin", Map.of("phone-offline", "true"));

    assertRefused(Refusal.PHONE_OFFLINE, scene.send(scene.lin, scene.mei.id(), "hi", "1"));
    scene.write(scene.mei, scene.lin.id(), "still arrives");
    assertThat(texts(scene.lin)).containsExactly("still arrives");
  }

  @Test
  void areThrottledByCallAndForgivenByTime() throws Exception {
    scene.world.accounts().set("lin", Map.of("throttling", "webwxsendmsg=2"));

    Scene.sent(scene.send(scene.lin, scene.mei.id(), "1", "1"));
    Scene.sent(scene.send(scene.lin, scene.mei.id(), "2", "2"));
    assertRefused(Refusal.TOO_FREQUENT, scene.send(scene.lin, scene.mei.id(), "3", "3"));
    Scene.sent(scene.send(scene.lin, scene.mei.id(), "2", "2"));
    scene.time.advance(Duration.ofSeconds(30));
    Scene.sent(scene.send(scene.lin, scene.mei.id(), "3", "3"));

    assertThat(texts(scene.mei)).containsExactly("1", "2", "3");
  }

  @Test
  void comeInPagesAfterOneAnother() {
    for (int i = 0; i < 5; i++) {
      scene.write(scene.mei, scene.lin.id(), "m" + i);
    }

    List<Message> first = messages.onPhone(scene.lin.id(), 0, 2);
    List<Message> rest = messages.onPhone(scene.lin.id(), first.getLast().id().value(), 10);

    assertThat(first).extracting(m -> m.content().text()).containsExactly("m0", "m1");
    assertThat(rest).extracting(m -> m.content().text()).containsExactly("m2", "m3", "m4");
  }

  @Test
  void surviveEveryLetterThereIs() {
    String text = "a\u0000b\t\n<br/>&amp;\uD83C\uDF3B\u2005\"'\\";

    scene.write(scene.mei, scene.lin.id(), text);

    assertThat(texts(scene.lin)).containsExactly(text);
  }

  private Account withShortName() {
    for (int i = 0; ; i++) {
      Account account = scene.world.accounts().add(NewAccount.person("p" + i, Profile.of("短")));
      if (UserNames.hasShortName(account)) {
        return account;
      }
    }
  }

  private List<String> texts(Account account) {
    return messages.onPhone(account.id(), 0, 1000).stream().map(m -> m.content().text()).toList();
  }

  private static void assertRefused(Refusal refusal, SendOutcome outcome) {
    assertThat(outcome).isEqualTo(new SendOutcome.Refused(refusal));
  }
}
