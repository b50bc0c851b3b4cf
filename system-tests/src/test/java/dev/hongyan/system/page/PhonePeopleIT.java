// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import dev.hongyan.client.event.LoginEvent;
import dev.hongyan.protocol.message.FileShare;
import dev.hongyan.protocol.message.FriendRequest;
import dev.hongyan.protocol.message.MessageKind;
import dev.hongyan.server.world.Contact;
import dev.hongyan.server.world.Content;
import dev.hongyan.server.world.NewAccount;
import dev.hongyan.server.world.Profile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Friends, what people note about them, and the chat with one's own computer. */
@Timeout(180)
class PhonePeopleIT extends PhonePageCase {

  @Test
  void asksSomebodyWhoAcceptsInHisClient() throws Exception {
    settle("yu", "雨");
    try (OtherSide lin = OtherSide.of("lin", server)) {
      PhoneScreen yu = phoneOf("yu", Language.ENGLISH, WIDE);

      yu.press("new_friends");
      yu.pressInDialog("find_person");
      yu.choose("lin");
      yu.pressInDialog("next");
      yu.fill("greeting", "from the reading circle");
      yu.pressInDialog("ask_friend");

      FriendRequest request = (FriendRequest) lin.awaits(FriendRequest.class).message().kind();
      assertThat(request.greeting()).isEqualTo("from the reading circle");
      lin.client().accept(request);
      yu.closeDialog();
      assertThat(yu.chatRow("lin")).isVisible();
    }
    assertNoComplaints();
  }

  @ParameterizedTest
  @EnumSource
  void acceptsWhoAsksWithARemark(Language language) {
    settle("yu", "雨");
    PhoneScreen lin = phoneOf("lin", language, NARROW);
    server.world().friendRequests().ask(account("yu").id(), account("lin").id(), "hi");
    assertThat(lin.chatRow("fmessage")).isVisible();

    lin.pressBeginning("new_friends");
    lin.pressInDialog("answer");
    lin.fill("remark", "一二三四五六七八九十一二三四五六七八九");
    lin.pressInDialog("accept");

    assertThat(lin.page().locator(".conversation h1")).hasText("一二三四五六七八九十一二三四五六七八");
    assertThat(noted("lin", "yu").remark()).hasSize(18);
    assertNoComplaints();
  }

  @Test
  void notesAreKeptAndSeen() {
    PhoneScreen lin = phoneOf("lin", Language.ENGLISH, WIDE);
    lin.openChat("bo");
    lin.press("show_contact");

    lin.fill("remark", "Bo the sailor");
    lin.switches("note_pinned");
    lin.switches("note_muted");
    lin.switches("note_starred");
    lin.switches("note_blocked");
    lin.pressInDialog("save");

    assertThat(lin.page().locator("a.chat-row").first()).containsText("Bo the sailor");
    assertThat(lin.chatRow("bo").locator(".note-mark")).hasCount(3);
    Contact bo = noted("lin", "bo");
    assertThat(bo.pinned() && bo.muted() && bo.starred() && bo.blocked()).isTrue();
    assertNoComplaints();
  }

  @Test
  void deletingAsksTwiceAndTheNoteOfTheOtherOffersToAskAgain() {
    PhoneScreen lin = phoneOf("lin", Language.ENGLISH, WIDE);
    PhoneScreen bo = phoneOf("bo", Language.ENGLISH, WIDE);
    lin.openChat("bo");
    lin.press("show_contact");

    lin.pressInDialog("delete_contact");
    lin.pressInDialog("delete_sure");

    assertThat(lin.chatRow("bo")).hasCount(0);
    bo.openChat("lin");
    bo.write("are you there?");
    assertThat(bo.notes()).isVisible();
    bo.notes().getByRole(AriaRole.BUTTON).click();
    assertThat(bo.dialog().getByText("lin")).isVisible();
    assertNoComplaints();
  }

  @Test
  void changesOnesOwnProfile() {
    PhoneScreen lin = phoneOf("lin", Language.CHINESE, WIDE);

    lin.page().locator(".owner button").click();
    lin.fill("profile_nickName", "林间");
    lin.fill("profile_signature", "飞");
    lin.pressInDialog("save");

    assertThat(lin.page().locator(".owner")).containsText("林间");
    assertThat(account("lin").profile().signature()).isEqualTo("飞");
    assertNoComplaints();
  }

  @Test
  void whatIsUnreadStaysSoUntilItIsRead() {
    phoneOf("lin", Language.ENGLISH, WIDE).page().close();
    PhoneScreen lin = phoneOf("lin", Language.ENGLISH, WIDE);
    assertThat(lin.chatRow("team")).isVisible();
    says("mei", "lin", new Content.Text("one"));
    says("mei", "lin", new Content.Text("two"));
    Locator badge = lin.chatRow("mei").locator(".badge");
    assertThat(badge).hasText("2");

    lin.page().reload();
    assertThat(badge).hasText("2");
    lin.openChat("mei");

    assertThat(badge).hasCount(0);
    lin.page().reload();
    assertThat(lin.message("two")).isVisible();
    assertThat(badge).hasCount(0);
  }

  @Test
  void aCodeOfTheFileHelperJoinsPhoneAndComputer() throws Exception {
    byte[] log = noise(50_000);
    try (OtherSide helper = OtherSide.ofHelper(server)) {
      PhoneScreen lin = phoneOf("lin", Language.ENGLISH, WIDE);
      lin.goToScan();
      helper.logIn(step -> {
        if (step instanceof LoginEvent.CodeIssued code) {
          lin.clickWaitingCode(code.uuid().value());
          lin.press("code_confirm");
          lin.sees("code_confirmed");
          lin.press("done");
        }
      });
      lin.openChat("filehelper");

      lin.write("note to myself");
      assertThat(
              ((MessageKind.Text) helper.awaits(MessageKind.Text.class).message().kind()).content())
          .isEqualTo("note to myself");
      helper.client().phone().send(file("make.log", log));

      Locator chip = lin.page().locator(".message.in button.file");
      assertThat(lin.page().waitForDownload(chip::click).path()).hasBinaryContent(log);
      lin.attachFile("type_file", file("更正.txt", noise(99)));
      OtherSide.Arrival back = helper.awaits(FileShare.class);
      assertThat(back.chat().download(back.message()).into(folder.resolve("in")))
          .hasBinaryContent(noise(99));
    }
    assertNoComplaints();
  }

  private void settle(String name, String nickName) {
    server.world().accounts().add(NewAccount.person(name, Profile.of(nickName)));
  }

  private Contact noted(String owner, String other) {
    return server.world().contacts().find(account(owner).id(), account(other).id()).orElseThrow();
  }
}
