// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import java.nio.file.Path;

/** Someone's fingers and eyes on the phone page: everything is found by what it says. */
record PhoneScreen(Page page, Language language, URI server) {

  /** Opens the page for the first time and picks whose phone it is. */
  void open(String account) {
    page.navigate(server.resolve("/phone").toString());
    assertThat(heading("whose_phone")).isVisible();
    pick(account);
  }

  void openOnCode(String uuid) {
    page.navigate(server.resolve("/l/" + uuid).toString());
    assertThat(heading("whose_scan")).isVisible();
  }

  void pick(String account) {
    page.locator("a.person[href^='/phone#" + account + "']").click();
  }

  void goToScan() {
    page.getByRole(AriaRole.LINK, named("scan")).click();
    assertThat(heading("scan_title")).isVisible();
  }

  void clickWaitingCode(String uuid) {
    page.locator("[data-uuid='" + uuid + "']").click();
  }

  void pasteCode(String text) {
    page.getByLabel(language.says("scan_paste")).fill(text);
    page.keyboard().press("Enter");
  }

  void uploadCode(byte[] picture) {
    page.getByLabel(language.says("scan_picture_choose"))
        .setInputFiles(new FilePayload("code.jpg", "image/jpeg", picture));
  }

  /** The title of the screen. */
  void sees(String key) {
    assertThat(heading(key)).isVisible();
  }

  void press(String key) {
    page.getByRole(AriaRole.BUTTON, named(key)).click();
  }

  void isTold(String key) {
    assertThat(page.getByRole(AriaRole.ALERT).getByText(language.says(key))).isVisible();
  }

  void fill(String key, String text) {
    page.getByLabel(language.says(key)).and(page.locator("input")).fill(text);
  }

  /** Ticks someone in the list of the open window. */
  void choose(String account) {
    page.locator("dialog label.choice")
        .filter(new Locator.FilterOptions().setHas(page.getByText(account, exactly())))
        .click();
  }

  void back() {
    page.getByRole(AriaRole.LINK, named("back")).click();
  }

  void openChat(String chat) {
    chatRow(chat).click();
  }

  /** Types into the open chat; a line break is typed as people do, with Shift. */
  void write(String text) {
    Locator field = page.locator(".composer textarea");
    field.click();
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (i > 0) {
        page.keyboard().press("Shift+Enter");
      }
      page.keyboard().insertText(lines[i]);
    }
    page.keyboard().press("Enter");
  }

  void seesMessageOfOther(String text) {
    assertThat(page.locator(".message.in .bubble").getByText(text)).isVisible();
  }

  void seesOwnMessage(String text) {
    assertThat(page.locator(".message.out .bubble").last()).hasText(text);
  }

  /** Opens what can be sent beside words, and clicks one of it. */
  void attach(String key) {
    press("attach");
    choosesInMenu(key);
  }

  /** The same for what is a file. */
  void attachFile(String key, Path file) {
    page.waitForFileChooser(() -> attach(key)).setFiles(file);
  }

  /** Does something with a message that says this, by the menu beside it. */
  void does(String key, Locator message) {
    message.hover();
    message.getByRole(AriaRole.BUTTON, inside("more_about_message")).click();
    choosesInMenu(key);
  }

  void choosesInMenu(String key) {
    page.getByRole(AriaRole.MENUITEM, named(key)).click();
  }

  /** Presses a button whose name begins with this, and goes on with a number. */
  void pressBeginning(String key) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(language.says(key)))
        .last()
        .click();
  }

  /** Does something with a member of the room whose window is open. */
  void memberMenu(String member, String key) {
    dialog().locator("[data-member='" + member + "'] .more").click();
    choosesInMenu(key);
  }

  /** A switch in the open window. */
  void switches(String key) {
    dialog().getByRole(AriaRole.SWITCH, inside(key)).click();
  }

  /** Presses a button of the window that is in front. */
  void pressInDialog(String key) {
    dialog().getByRole(AriaRole.BUTTON, inside(key)).click();
  }

  /** The window in front. */
  Locator dialog() {
    return page.locator("dialog[open]").last();
  }

  void closeDialog() {
    dialog().getByRole(AriaRole.BUTTON, inside("close")).click();
  }

  /** The messages of the open chat that say this. */
  Locator message(String text) {
    return page.locator(".message").filter(new Locator.FilterOptions().setHasText(text));
  }

  Locator notes() {
    return page.locator("li.note[data-id]");
  }

  void isToldBriefly(String key) {
    assertThat(page.locator("#toast.shown")).containsText(language.says(key));
  }

  /** The same where the text speaks of a name. */
  void isToldBriefly(String key, String name) {
    assertThat(page.locator("#toast.shown"))
        .containsText(language.says(key).replace("{name}", name));
  }

  private Locator.GetByRoleOptions inside(String key) {
    return new Locator.GetByRoleOptions().setName(language.says(key)).setExact(true);
  }

  Locator chatRow(String chat) {
    return page.locator("a.chat-row[data-chat='" + chat + "']");
  }

  private Locator heading(String key) {
    return page.getByRole(AriaRole.HEADING, named(key));
  }

  private Page.GetByRoleOptions named(String key) {
    return new Page.GetByRoleOptions().setName(language.says(key)).setExact(true);
  }

  private static Page.GetByTextOptions exactly() {
    return new Page.GetByTextOptions().setExact(true);
  }
}
