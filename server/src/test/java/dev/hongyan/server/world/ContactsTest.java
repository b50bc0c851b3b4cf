// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hongyan.server.world.WorldException.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ContactsTest {

  private final Scene scene = new Scene();
  private final Contacts contacts = scene.world.contacts();
  private final AccountId lin = scene.lin.id();
  private final AccountId mei = scene.mei.id();

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void tellBothInTheirLanguagesThatTheyKnowEachOther() throws Exception {
    Session session = scene.login("lin");
    scene.world.accounts().add(NewAccount.person("yu", Profile.of("雨")));
    scene.world.accounts().set("yu", Map.of("language", "en_US"));

    contacts.befriend("lin", "yu", "小雨");

    assertThat(scene.mail(session)).containsExactly("+yu", "lin: 你已添加了小雨，现在可以开始聊天了。");
    assertThat(scene.phone(scene.account("yu")))
        .containsExactly("林 just added you to his/her contacts list. Start chatting!");
  }

  @Test
  void sayNothingOfAFriendshipThatWasThere() throws Exception {
    Session session = scene.login("lin");

    contacts.befriend("lin", "mei", "梅梅");

    assertThat(scene.mail(session)).containsExactly("~mei");
    assertThat(scene.phone(scene.mei)).isEmpty();
  }

  @Test
  void keepWhatTheirOwnerSaysOfOthers() throws Exception {
    Session session = scene.login("lin");

    contacts.edit(lin, mei, ContactEdit.NONE.remark("梅梅").pinned(true).starred(true));
    contacts.edit(lin, mei, ContactEdit.NONE.muted(true).blocked(true));
    contacts.edit(lin, mei, ContactEdit.NONE.starred(false));

    assertThat(contacts.find(lin, mei))
        .contains(new Contact(scene.mei, "梅梅", true, true, false, true));
    assertThat(contacts.find(mei, lin))
        .contains(new Contact(scene.lin, "", false, false, false, false));
    assertThat(scene.mail(session)).containsExactly("~mei", "~mei", "~mei");
  }

  @Test
  void takeRemarksOfEighteenLetters() {
    contacts.edit(lin, mei, ContactEdit.NONE.remark("🌻".repeat(18)));

    assertThatThrownBy(() -> contacts.edit(lin, mei, ContactEdit.NONE.remark("梅".repeat(19))))
        .isInstanceOf(WorldException.class)
        .hasMessageContaining("18");
    assertThat(contacts.find(lin, mei).orElseThrow().remark()).isEqualTo("🌻".repeat(18));
  }

  @Test
  void loseWhomTheirOwnerDeletesAndNobodyElse() throws Exception {
    Session hers = scene.login("mei");
    Session his = scene.login("lin");
    scene.write(scene.mei, lin, "hi");

    contacts.delete(lin, mei);

    assertThat(scene.mail(his)).containsExactly("lin: hi", "-mei");
    assertThat(scene.mail(hers)).containsExactly("lin: hi");
    assertThat(contacts.find(lin, mei)).isEmpty();
    assertThat(contacts.find(mei, lin)).isPresent();
    assertThat(scene.world.chats().recent(lin, 1)).doesNotContain(mei);
    assertThatThrownBy(() -> contacts.delete(lin, mei))
        .asInstanceOf(InstanceOfAssertFactories.type(WorldException.class))
        .returns(Problem.CONFLICT, WorldException::problem);
  }

  @Test
  void letTheDeletedWriteAndTellHimThatHeIsNoFriend() throws Exception {
    contacts.delete(lin, mei);
    Session session = scene.login("mei");

    SendOutcome outcome = scene.send(scene.mei, lin, "hello?", "1");

    assertThat(outcome).isInstanceOf(SendOutcome.Sent.class);
    assertThat(scene.phone(scene.lin)).isEmpty();
    assertThat(scene.mail(session))
        .singleElement()
        .asString()
        .startsWith("mei: 林开启了朋友验证，你还不是他（她）朋友。")
        .contains("<a href=\"weixin://findfriend/verifycontact\">发送朋友验证</a>");
    assertThat(scene.send(scene.lin, mei, "no", "2"))
        .isEqualTo(new SendOutcome.Refused(Refusal.NOT_A_CONTACT));
  }

  @Test
  void keepWhatABlockedOneWritesAndTellHimSo() throws Exception {
    contacts.edit(lin, mei, ContactEdit.NONE.blocked(true));
    Session session = scene.login("mei");

    scene.write(scene.mei, lin, "hello?");

    assertThat(scene.phone(scene.lin)).isEmpty();
    assertThat(scene.mail(session)).containsExactly("lin: hello?", "mei: 消息已发出，但被对方拒收了。");

    contacts.edit(lin, mei, ContactEdit.NONE.blocked(false));
    scene.write(scene.mei, lin, "again");

    assertThat(scene.phone(scene.lin)).containsExactly("again");
  }

  @Test
  void findPeopleByAliasAndShortNameAndLetThemBeLookedAt() {
    scene
        .world
        .accounts()
        .add(NewAccount.person("yu", Profile.of("雨").aliased("Rain2026").signed("…")));
    AccountId yu = scene.account("yu").id();
    assertThat(contacts.mayLookAt(lin, yu)).isFalse();

    assertThat(contacts.search(lin, "rain2026")).extracting(Account::name).containsExactly("yu");
    assertThat(contacts.search(lin, "YU")).extracting(Account::name).containsExactly("yu");
    assertThat(contacts.search(lin, "filehelper")).isEmpty();
    assertThat(contacts.search(lin, "")).isEmpty();

    assertThat(contacts.mayLookAt(lin, yu)).isTrue();
    assertThat(contacts.mayLookAt(mei, yu)).isFalse();
  }

  @Test
  void letThoseBeLookedAtWhoseCardsCome() {
    AccountId yu = scene.world.accounts().add(NewAccount.person("yu", Profile.of("雨"))).id();
    scene.world.contacts().befriend("mei", "yu", "");

    scene
        .world
        .messages()
        .send(new Draft(mei, lin, new Content.Card(yu), Optional.empty(), Optional.empty()));

    assertThat(contacts.mayLookAt(lin, yu)).isTrue();
  }

  @Test
  void hearOfAnotherProfileFromWhomeverTheyHold() throws Exception {
    Session session = scene.login("lin");
    Session own = scene.login("mei");

    Account changed = scene.world.accounts().change(mei, ProfileEdit.renamed("梅子"));

    assertThat(changed.profile().nickName()).isEqualTo("梅子");
    assertThat(changed.profile().signature()).isEqualTo(scene.mei.profile().signature());
    assertThat(scene.mail(session)).containsExactly("~mei");
    assertThat(scene.mail(own)).containsExactly("profile");
  }

  @Test
  void noticeWhatThePhoneDoesWithAChat() throws Exception {
    scene.write(scene.mei, lin, "hi");
    Session session = scene.login("lin");

    scene.world.chats().open(lin, mei);
    assertThat(scene.world.chats().unread(lin, mei)).isZero();
    scene.world.chats().leave(lin, mei);
    scene.world.chats().read(lin, scene.team);

    assertThat(scene.mail(session)).containsExactly("ENTERED [mei]", "LEFT [mei]", "READ [team]");
    assertThat(List.of(scene.phone(scene.lin))).containsExactly(List.of("hi"));
  }
}
