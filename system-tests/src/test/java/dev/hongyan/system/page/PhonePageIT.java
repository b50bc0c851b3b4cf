// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import dev.hongyan.protocol.WebApp;
import dev.hongyan.server.ServerOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** People hold their phones in a real browser, over a real server. */
@Timeout(180)
class PhonePageIT extends PhonePageCase {

  @ParameterizedTest
  @EnumSource
  void scansAWaitingCodeByClickAndConfirms(Language language) throws Exception {
    WebLogin login = WebLogin.begin(http, address);
    PhoneScreen phone = phone(language, WIDE);
    phone.open("lin");
    phone.goToScan();

    phone.clickWaitingCode(login.uuid());

    phone.sees("code_question");
    assertThat(login.poll()).isEqualTo(201);

    phone.press("code_confirm");

    phone.sees("code_confirmed");
    assertThat(login.poll()).isEqualTo(200);
    phone.press("done");
    assertNoComplaints();
  }

  @ParameterizedTest
  @EnumSource
  void tellsTheFileHelperFromTheWebClient(Language language) throws Exception {
    WebLogin login = WebLogin.begin(http, address, WebApp.FILE_HELPER);
    PhoneScreen phone = phone(language, WIDE);
    phone.open("lin");
    phone.goToScan();

    phone.clickWaitingCode(login.uuid());

    phone.sees("code_question_helper");
    phone.press("code_confirm");
    phone.sees("code_confirmed");
    assertThat(login.poll()).isEqualTo(200);
    assertNoComplaints();
  }

  @ParameterizedTest
  @EnumSource
  void scansAPastedCodeAndCancels(Language language) throws Exception {
    WebLogin login = WebLogin.begin(http, address);
    PhoneScreen phone = phone(language, NARROW);
    phone.open("mei");
    phone.goToScan();

    phone.pasteCode("good morning");

    phone.isTold("scan_paste_bad");

    phone.pasteCode(" " + login.text() + " ");

    phone.sees("code_question");
    assertThat(login.poll()).isEqualTo(201);

    phone.press("cancel");

    phone.sees("code_cancelled");
    assertThat(login.poll()).isEqualTo(202);
    assertNoComplaints();
  }

  @Test
  void scansAnUploadedPicture() throws Exception {
    WebLogin.begin(http, address);
    WebLogin login = WebLogin.begin(http, address);
    PhoneScreen phone = phone(Language.ENGLISH, WIDE);
    phone.open("bo");
    phone.goToScan();

    phone.uploadCode(login.picture());

    phone.sees("code_question");
    assertThat(login.poll()).isEqualTo(201);
    phone.press("code_confirm");
    phone.sees("code_confirmed");
    assertThat(login.poll()).isEqualTo(200);
    assertNoComplaints();
  }

  @Test
  void opensOnTheCodeThatARealCameraFound() throws Exception {
    WebLogin login = WebLogin.begin(http, address);
    PhoneScreen phone = phone(Language.CHINESE, NARROW);

    phone.openOnCode(login.uuid());
    phone.pick("lin");

    phone.sees("code_question");
    assertThat(login.poll()).isEqualTo(201);
    assertNoComplaints();
  }

  @Test
  void tellsThatAnUnknownCodeIsGone() {
    PhoneScreen phone = phone(Language.ENGLISH, WIDE);
    phone.open("lin");
    phone.goToScan();

    phone.pasteCode("NoSuchCode==");

    phone.sees("code_gone");
  }

  @ParameterizedTest
  @EnumSource
  void readsWhatAnotherWritesAndAnswers(Language language) {
    PhoneScreen lin = phone(language, WIDE);
    PhoneScreen mei = phone(language, NARROW);
    lin.open("lin");
    mei.open("mei");

    mei.openChat("lin");
    mei.write("今天几点？ <b>& 你好</b> 😀");
    assertThat(lin.chatRow("mei")).containsText("今天几点？");
    lin.openChat("mei");

    lin.seesMessageOfOther("今天几点？ <b>& 你好</b> 😀");

    lin.write("At ten.\nBring tea.");

    lin.seesOwnMessage("At ten.\nBring tea.");
    mei.seesMessageOfOther("At ten.\nBring tea.");
    assertNoComplaints();
  }

  @ParameterizedTest
  @EnumSource
  void makesARoomThatItsMembersSee(Language language) {
    PhoneScreen lin = phone(language, WIDE);
    PhoneScreen bo = phone(language, WIDE);
    lin.open("lin");
    bo.open("bo");

    lin.press("new_room");
    lin.fill("room_name", "山 Walkers");
    lin.choose("bo");
    lin.press("create");
    lin.write("Who is coming?");

    lin.seesOwnMessage("Who is coming?");
    assertThat(bo.chatRow("walkers")).containsText("山 Walkers");
    bo.openChat("walkers");
    bo.seesMessageOfOther("Who is coming?");
    assertNoComplaints();
  }

  @Test
  void switchesTheLanguageWhereOneIs() {
    PhoneScreen english = phone(Language.ENGLISH, NARROW);
    english.open("lin");
    english.openChat("team");
    english.write("hello");
    english.back();

    english.press("other_language");

    PhoneScreen chinese = new PhoneScreen(english.page(), Language.CHINESE, address);
    chinese.goToScan();
    assertThat(chinese.page().locator("html")).hasAttribute("lang", "zh-CN");
    chinese.page().reload();
    chinese.sees("scan_title");
  }

  @Test
  void asksOnceForTheTokenOfTheServer() throws Exception {
    server.close();
    serve(ServerOptions.inMemory().withPhoneToken("open-sesame"));
    PhoneScreen phone = phone(Language.CHINESE, NARROW);
    phone.page().navigate(address.resolve("/phone").toString());

    phone.fill("token_label", "open-barley");
    phone.press("token_use");
    assertThat(phone.page().getByText(Language.CHINESE.says("token_wrong"))).isVisible();
    phone.fill("token_label", "open-sesame");
    phone.press("token_use");

    phone.pick("lin");
    assertThat(phone.chatRow("team")).isVisible();
    phone.page().reload();
    assertThat(phone.chatRow("team")).isVisible();
    assertThat(phone.page().locator("dialog")).hasCount(0);
  }

  @Test
  void comesBackByItselfWhenTheServerDoes() throws Exception {
    PhoneScreen phone = phone(Language.ENGLISH, WIDE);
    phone.open("lin");
    phone.openChat("mei");
    phone.write("before");
    phone.seesOwnMessage("before");
    int port = server.port().orElseThrow();

    server.close();

    phone.isTold("banner_gone");
    phone.write("is anybody there?");
    assertThat(phone.page().locator("textarea")).hasValue("is anybody there?");

    serve(ServerOptions.inMemory().at("127.0.0.1", port));

    assertThat(phone.page().locator("#banner")).isEmpty();
    assertThat(phone.page().locator(".message")).hasCount(0);
    phone.page().keyboard().press("Enter");
    phone.seesOwnMessage("is anybody there?");
  }

  @Test
  void worksByKeyboardAlone() {
    PhoneScreen phone = phone(Language.ENGLISH, WIDE);
    Page page = phone.page();
    phone.open("lin");
    assertThat(phone.chatRow("team")).isVisible();

    page.keyboard().press("/");
    page.keyboard().type("bo");
    assertThat(page.locator("a.chat-row")).hasCount(1);
    page.keyboard().press("Enter");
    page.keyboard().type("by hand");
    page.keyboard().press("Enter");

    phone.seesOwnMessage("by hand");
    page.keyboard().press("Escape");
    assertThat(phone.chatRow("bo")).isFocused();
  }

  @Test
  void fitsASmallScreen() {
    PhoneScreen phone = phone(Language.CHINESE, NARROW);
    phone.open("lin");
    phone.openChat("mei");
    phone.write("一".repeat(500) + " https://example.org/" + "a".repeat(500));
    assertThat(phone.page().locator(".message.out")).isVisible();

    BoundingBox bubble = phone.page().locator(".message.out .bubble").boundingBox();
    Object overflow =
        phone.page().evaluate("document.documentElement.scrollWidth > window.innerWidth");

    assertThat(overflow).isEqualTo(false);
    assertThat(bubble.x).isNotNegative();
    assertThat(bubble.x + bubble.width).isLessThanOrEqualTo(NARROW);
  }
}
