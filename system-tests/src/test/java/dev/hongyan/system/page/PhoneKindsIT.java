// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.hongyan.server.world.AppContent;
import dev.hongyan.server.world.Content;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every kind of message has a face on the page, and everything can be found without seeing it. */
@Timeout(180)
class PhoneKindsIT extends PhonePageCase {

  private static final Instant SPRING = Instant.parse("2026-03-20T06:00:00Z");

  /** Controls that nobody could name to somebody who does not see them. */
  private static final String NAMELESS =
      """
      [...document.querySelectorAll('button, a, input, select, textarea, [role=switch]')]
        .filter((each) => each.checkVisibility())
        .filter((each) => !(each.getAttribute('aria-label') || each.textContent.trim()
          || each.labels?.length || each.title))
        .map((each) => each.outerHTML)
      """;

  @ParameterizedTest
  @EnumSource
  void whatHasNoFileIsShownByItsFacts(Language language) {
    PhoneScreen lin = phoneOf("lin", language, NARROW);
    lin.openChat("mei");

    says(new Content.Text("早 [微笑] https://example.org/鸿雁 <b>"));
    says(new Content.Location(22.54, 113.95, "南山路 1 号", "科技园"));
    says(new Content.Card(account("bo").id()));
    says(new AppContent.Link("Geese", "go south", "https://example.org/geese", "River Notes"));
    says(new AppContent.Music("平沙落雁", "古琴", "https://example.org/m", ""));
    says(new AppContent.MiniProgram("Bus 33", "City Bus", ""));
    says(new AppContent.Transfer("¥88.00", "lunch"));
    says(new AppContent.RedPacket("恭喜发财"));
    says(
        new AppContent.Articles(
            List.of(new AppContent.Article("雁来", "南飞", "https://example.org/1", "", SPRING))));
    says(new Content.Call(Content.Call.Stage.RINGING));
    says(new Content.LiveLocation());
    says(new Content.Sticker("ab".repeat(16)));
    says(new Content.Unsupported());

    assertThat(lin.page().locator(".bubble")).hasCount(13);
    assertThat(lin.page().locator(".face")).hasAttribute("aria-label", "微笑");
    assertThat(lin.page().locator(".bubble a.link")).hasText("https://example.org/鸿雁");
    for (String words :
        List.of("科技园", "波", "River Notes", "平沙落雁", "City Bus", "¥88.00", "恭喜发财", "雁来")) {
      assertThat(lin.message(words)).isVisible();
    }
    for (String key :
        List.of("call_ringing", "live_location_on", "sticker_hint", "unsupported_hint")) {
      assertThat(lin.message(language.says(key))).isVisible();
    }
    assertThat(lin.chatRow("mei")).containsText(language.says("type_unsupported"));
    assertFits(lin.page());
    assertNoComplaints();
  }

  @ParameterizedTest
  @EnumSource
  void whatOneDoesOneselfIsToldAsOnesOwn(Language language) {
    PhoneScreen lin = phoneOf("lin", language, NARROW);
    lin.openChat("mei");

    says("lin", "mei", new Content.Call(Content.Call.Stage.RINGING));
    lin.seesOwnMessage(language.says("call_ringing_by_me"));
    says("lin", "mei", new Content.LiveLocation());
    lin.seesOwnMessage(language.says("live_location_on_by_me"));
    says("lin", "mei", new Content.Call(Content.Call.Stage.ENDED));

    lin.seesOwnMessage(language.says("call_ended"));
    assertNoComplaints();
  }

  @Test
  void theListOfChatsDrawsFacesAsTheChatDoes() {
    PhoneScreen lin = phoneOf("lin", Language.CHINESE, WIDE);

    says(new Content.Text("早 [微笑] [雁]"));

    assertThat(lin.chatRow("mei")).containsText("早 🙂 [雁]");
    assertNoComplaints();
  }

  @Test
  void everyControlHasAName() {
    PhoneScreen lin = phoneOf("lin", Language.ENGLISH, WIDE);
    lin.openChat("team");
    lin.write("[Smile] hello");
    assertThat(lin.message("hello")).isVisible();
    assertNamed(lin.page());

    lin.press("faces");
    assertNamed(lin.page());
    lin.press("attach");
    assertNamed(lin.page());
    lin.choosesInMenu("type_location");
    assertNamed(lin.page());
    lin.closeDialog();
    lin.press("show_members");
    assertNamed(lin.page());
    lin.closeDialog();
    lin.press("new_friends");
    assertNamed(lin.page());
  }

  @Test
  void sendsAndRecallsByKeyboardAlone() {
    PhoneScreen lin = phoneOf("lin", Language.ENGLISH, WIDE);
    Page page = lin.page();
    lin.openChat("mei");
    page.locator(".composer textarea").focus();

    page.keyboard().press("Shift+Tab");
    page.keyboard().press("Enter");
    for (String step : List.of("ArrowDown", "ArrowUp", "End", "Escape")) {
      page.keyboard().press(step);
    }
    assertThat(page.getByRole(AriaRole.MENU)).hasCount(0);
    page.keyboard().press("Tab");
    page.keyboard().type("by hand");
    page.keyboard().press("Enter");
    assertThat(lin.message("by hand")).isVisible();
    lin.message("by hand").locator(".more").focus();
    page.keyboard().press("Enter");
    page.keyboard().press("ArrowUp");
    for (int i = 0; i < 5; i++) {
      page.keyboard().press("ArrowDown");
    }
    page.keyboard().press("Enter");

    assertThat(lin.notes()).containsText(Language.ENGLISH.says("recalled_by_me"));
  }

  private void says(Content content) {
    says("mei", "lin", content);
  }

  private static void assertNamed(Page page) {
    assertThat((List<?>) page.evaluate(NAMELESS)).isEmpty();
  }

  private static void assertFits(Page page) {
    assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
        .isEqualTo(true);
  }
}
