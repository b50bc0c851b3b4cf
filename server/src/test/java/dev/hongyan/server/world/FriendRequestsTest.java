// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class FriendRequestsTest {

  private final Scene scene = new Scene();
  private final FriendRequests requests = scene.world.friendRequests();
  private final AccountId lin = scene.lin.id();

  private AccountId yu = lin;

  @BeforeEach
  void enterStranger() {
    yu = scene.world.accounts().add(NewAccount.person("yu", Profile.of("雨"))).id();
  }

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void areSeenAndAcceptedWithTheirTicket() throws Exception {
    Session session = scene.login("lin");

    requests.ask(yu, lin, "我是雨");

    FriendRequest waiting = requests.to(lin).getFirst();
    assertThat(waiting.greeting()).isEqualTo("我是雨");
    assertThat(waiting.scene()).isEqualTo(3);
    assertThat(waiting.ticket()).matches("v2_[0-9a-f]{80}@stranger");
    assertThat(scene.mail(session)).containsExactly("lin: 我是雨");
    assertThat(scene.world.contacts().mayLookAt(lin, yu)).isTrue();
    assertThat(requests.acceptWith(lin, yu, "v2_0@stranger")).isFalse();

    assertThat(requests.acceptWith(lin, yu, waiting.ticket())).isTrue();

    assertThat(requests.to(lin)).isEmpty();
    assertThat(requests.acceptWith(lin, yu, waiting.ticket())).as("once").isFalse();
    assertThat(scene.mail(session)).containsExactly("lin: 我是雨", "+yu", "lin: 你已添加了雨，现在可以开始聊天了。");
    assertThat(scene.phone(scene.account("yu"))).containsExactly("林刚刚把你添加到通讯录，现在可以开始聊天了。");
  }

  @Test
  void tellWhereTheTwoHaveMet() {
    Rooms rooms = scene.world.rooms();
    rooms.open(new NewRoom("tea", "", "mei", List.of(member("yu"), member("lin"))));

    requests.ask(yu, lin, "");

    assertThat(requests.to(lin).getFirst().scene()).isEqualTo(14);
  }

  @Test
  void areReplacedByTheNextOfTheSameTwo() {
    requests.ask(yu, lin, "one");
    String first = requests.to(lin).getFirst().ticket();

    requests.ask(yu, lin, "two");

    assertThat(requests.to(lin)).extracting(FriendRequest::greeting).containsExactly("two");
    assertThat(requests.acceptWith(lin, yu, first)).isFalse();
  }

  @Test
  void areAnsweredByThePhone() {
    requests.ask(yu, lin, "");

    requests.accept(lin, yu, "小雨");

    assertThat(scene.world.contacts().find(lin, yu).orElseThrow().remark()).isEqualTo("小雨");
    assertThat(scene.world.contacts().find(yu, lin)).isPresent();
    assertThatThrownBy(() -> requests.accept(lin, yu, "")).isInstanceOf(WorldException.class);
  }

  @Test
  void botherNobodyWhoStillHasTheAskerInHisBook() {
    scene.world.contacts().delete(lin, scene.mei.id());

    requests.ask(lin, scene.mei.id(), "sorry");

    assertThat(requests.to(scene.mei.id())).isEmpty();
    assertThat(scene.world.contacts().find(lin, scene.mei.id())).isPresent();
    assertThat(scene.phone(scene.mei)).as("she has known him all the time").isEmpty();
    assertThat(scene.phone(scene.lin)).containsExactly("你已添加了梅，现在可以开始聊天了。");
  }

  @Test
  void doNotReachWhoHasBlockedTheAsker() {
    AccountId mei = scene.mei.id();
    scene.world.contacts().edit(mei, lin, ContactEdit.NONE.blocked(true));
    scene.world.contacts().delete(lin, mei);

    requests.ask(lin, mei, "please");

    assertThat(requests.to(mei)).isEmpty();
    assertThat(scene.world.contacts().find(lin, mei)).isEmpty();
  }

  @Test
  void haveGreetingsOfFiftyLetters() {
    requests.ask(yu, lin, "好".repeat(50));

    assertThatThrownBy(() -> requests.ask(yu, lin, "好".repeat(51)))
        .isInstanceOf(WorldException.class);
    assertThatThrownBy(() -> requests.ask(yu, yu, "me")).isInstanceOf(WorldException.class);
  }

  private static NewRoom.Member member(String name) {
    return NewRoom.Member.of(name);
  }
}
