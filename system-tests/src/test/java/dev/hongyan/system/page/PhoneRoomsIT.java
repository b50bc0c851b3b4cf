// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import dev.hongyan.protocol.message.Note;
import dev.hongyan.server.world.Room;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rooms as their members see and change them. */
@Timeout(180)
class PhoneRoomsIT extends PhonePageCase {

  @ParameterizedTest
  @EnumSource
  void anotherNameIsSeenByAll(Language language) throws Exception {
    try (OtherSide lin = OtherSide.of("lin", server)) {
      PhoneScreen mei = phoneOf("mei", language, NARROW);
      mei.openChat("team");
      mei.press("show_members");

      mei.fill("room_name", "秋游 Walkers");
      mei.fill("my_name_here", "梅领队");
      mei.pressInDialog("save");

      assertThat(mei.page().locator(".conversation h1")).hasText("秋游 Walkers");
      assertThat(lin.awaits(Note.class).message().kind()).isNotNull();
      assertThat(team().topic()).isEqualTo("秋游 Walkers");
      assertThat(lin.chat("秋游 Walkers").isRoom()).isTrue();
    }
    assertNoComplaints();
  }

  @Test
  void peopleComeAndGo() {
    PhoneScreen lin = phoneOf("lin", Language.ENGLISH, WIDE);
    PhoneScreen bo = phoneOf("bo", Language.ENGLISH, WIDE);
    lin.openChat("team");
    lin.press("show_members");
    assertThat(lin.dialog().locator("[data-member]")).hasCount(4);

    lin.memberMenu("bo", "remove_member");
    assertThat(lin.dialog().locator("[data-member]")).hasCount(3);
    assertThat(members()).doesNotContain("bo");
    lin.pressInDialog("add_members");
    lin.choose("bo");
    lin.pressInDialog("add");
    assertThat(lin.dialog().locator("[data-member]")).hasCount(4);
    lin.memberMenu("mei", "make_owner");
    assertThat(lin.dialog().locator("[data-member='mei']"))
        .containsText(Language.ENGLISH.says("owner"));
    lin.pressInDialog("leave_room");
    lin.pressInDialog("leave_sure");

    assertThat(lin.chatRow("team")).hasCount(0);
    assertThat(members()).containsExactlyInAnyOrder("mei", "bo", "an");
    assertThat(bo.chatRow("team")).isVisible();
    assertNoComplaints();
  }

  @Test
  void whoJoinsALargeRoomIsAskedFirst() throws Exception {
    serveWithFriends(60);
    PhoneScreen lin = phoneOf("lin", Language.ENGLISH, WIDE);
    lin.openChat("team");
    lin.press("show_members");
    lin.pressInDialog("add_members");

    for (int i = 1; i <= 40; i++) {
      lin.choose("friend-" + i);
    }
    lin.pressInDialog("add");
    assertThat(lin.page().locator("#toast.shown")).containsText("The room is large");
    PhoneScreen friend = phone(Language.CHINESE, NARROW);
    friend.page().navigate(address.resolve("/phone#friend-7").toString());
    friend.openChat("lin");
    friend.page().locator(".message").getByRole(AriaRole.BUTTON).last().scrollIntoViewIfNeeded();
    friend.press("join");

    assertThat(friend.page().locator(".conversation .bar")).containsText("5");
    assertThat(members()).contains("friend-7").hasSize(5);
    assertNoComplaints();
  }

  private Room team() {
    return server.world().rooms().named("team").orElseThrow();
  }

  private List<String> members() {
    return server.world().rooms().members(team().id()).stream()
        .map(member -> member.account().name())
        .toList();
  }
}
