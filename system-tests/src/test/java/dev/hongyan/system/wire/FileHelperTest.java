// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.protocol.Origin;
import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.WebApp;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.contact.Contact;
import dev.hongyan.protocol.login.LoginPage;
import dev.hongyan.protocol.login.LoginPoll;
import dev.hongyan.protocol.message.MessageItem;
import dev.hongyan.protocol.sync.Init;
import dev.hongyan.protocol.sync.StatusNotify;
import dev.hongyan.protocol.sync.SyncCheck;
import dev.hongyan.server.script.Person;
import dev.hongyan.server.world.LoginOutcome;
import dev.hongyan.server.world.NoteSender;
import dev.hongyan.server.world.Switch;
import dev.hongyan.testkit.HongyanExtension;
import dev.hongyan.testkit.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The file helper's page by hand: what the server does of protocol reference 11. */
@Timeout(60)
@ExtendWith(HongyanExtension.class)
class FileHelperTest {

  private static final String PAGE = "/cgi-bin/mmwebwx-bin/webwxnewloginpage";

  private static Browser helper(TestServer server) {
    Browser page = new Browser(server);
    page.app = WebApp.FILE_HELPER;
    return page;
  }

  private static Browser online(TestServer server) throws InterruptedException {
    Browser page = helper(server);
    page.logIn("lin");
    assertThat(page.init().status().isOk()).isTrue();
    return page;
  }

  private static List<String> violations(TestServer server) {
    return server.violations().list().stream()
        .map(violation -> violation.breach().code())
        .distinct()
        .toList();
  }

  @Test
  void theFirstAnswerHasOneChatWithWhoeverIsKnown(TestServer server) throws InterruptedException {
    server.person("mei").says("hello").to(server.person("lin"));
    Browser page = helper(server);
    page.logIn("lin");

    Init.Reply init = page.init();

    assertThat(init.recent()).extracting(Contact::userName).containsExactly(UserName.FILE_HELPER);
    assertThat(init.chats()).containsExactly(UserName.FILE_HELPER);
    assertThat(init.self().names().nickName()).isEqualTo("林");
  }

  @Test
  void hearsOfItsOwnersPhoneOnly(TestServer server) throws InterruptedException {
    Browser page = online(server);
    Person lin = server.person("lin");

    server.person("mei").says("for the phone").to(lin);
    lin.says("to mei").to(server.person("mei"));
    server.person("bo").says("to all").to(server.room("team"));
    lin.befriends(server.person("an"), "a new remark");
    assertThat(page.check()).isEqualTo(new SyncCheck.Reply(Retcode.OK, 0));
    lin.says("note to self").toFileHelper();

    assertThat(page.check()).isEqualTo(new SyncCheck.Reply(Retcode.OK, 2));
    var news = page.sync();
    assertThat(news.messages()).extracting(MessageItem::content).containsExactly("note to self");
    assertThat(news.messages().getFirst().from()).isEqualTo(page.self);
    assertThat(news.messages().getFirst().to()).isEqualTo(UserName.FILE_HELPER);
    assertThat(news.changes()).isEmpty();
    assertThat(server.violations().list()).isEmpty();
  }

  @Test
  void whatItWritesIsOnThePhoneAndNotSaidBack(TestServer server) throws InterruptedException {
    Browser page = online(server);

    assertThat(page.send(UserName.FILE_HELPER, "make: Error 2").status().isOk()).isTrue();

    var message = server.person("lin").messages().getFirst();
    assertThat(message.content().text()).isEqualTo("make: Error 2");
    assertThat(message.call()).contains("webwxsendmsg");
    assertThat(page.check().selector()).isZero();
  }

  @Test
  void mayWriteToNobodyElse(TestServer server) throws InterruptedException {
    Browser web = Browser.of(server, "lin");
    UserName mei = web.nameOf("梅");
    Browser page = online(server);

    assertThat(page.send(mei, "hello").status().ret()).isEqualTo(Retcode.NO_ACCESS);
    assertThat(page.send(page.self, "hello").status().ret()).isEqualTo(Retcode.NO_ACCESS);
    assertThat(page.send(new UserName("weixin"), "hello").status().ret())
        .isEqualTo(Retcode.NO_ACCESS);
    assertThat(server.person("mei").messages()).isEmpty();
  }

  @Test
  void callsThatItNeverMakesShowNobodyElseAndAreNoted(TestServer server)
      throws InterruptedException {
    Browser page = online(server);

    assertThat(page.contacts(0).contacts())
        .extracting(Contact::userName)
        .containsExactly(UserName.FILE_HELPER);
    assertThat(page.batch(List.of(UserName.FILE_HELPER)).contacts())
        .extracting(contact -> contact.names().nickName())
        .containsExactly("文件传输助手");
    assertThat(page.notify(StatusNotify.READY, page.self).status().isOk()).isTrue();

    assertThat(page.check().selector()).isZero();
    assertThat(violations(server)).containsExactly("unusual-call");
    assertThat(server.violations().warnings()).isEqualTo(3);
    assertThat(server.violations().errors()).isZero();
  }

  @Test
  void whoDoesNotNameTheApplicationIsNoted(TestServer server) throws InterruptedException {
    Browser page = online(server);
    page.app = WebApp.WEB;

    assertThat(page.check().retcode()).isEqualTo(Retcode.OK);

    assertThat(violations(server))
        .containsExactlyInAnyOrder("application-missing", "odd-device-id");
    assertThat(server.violations().errors()).isZero();
  }

  @Test
  void oneWebSessionOfEitherKindEndsTheOther(TestServer server) throws InterruptedException {
    Browser web = Browser.of(server, "lin");
    Browser page = online(server);
    assertThat(web.check().retcode()).isEqualTo(Retcode.SESSION_ENDED);

    Browser webAgain = Browser.of(server, "lin");
    assertThat(page.check().retcode()).isEqualTo(Retcode.SESSION_ENDED);
    assertThat(webAgain.check().retcode()).isEqualTo(Retcode.OK);
  }

  @Test
  void takesAccountsThatThePlainWebClientRefuses(TestServer server) throws InterruptedException {
    server.person("lin").isTreated(Switch.LOGIN_OUTCOME, new LoginOutcome(1203, false));

    assertThat(new Browser(server).enter(new Browser(server).confirmed("lin")).ret())
        .isEqualTo(Retcode.LOGIN_REFUSED);
    Browser page = helper(server);
    assertThat(page.enter(page.confirmed("lin")).ret()).isEqualTo(Retcode.OK);

    server.person("lin").isTreated(Switch.LOGIN_OUTCOME, new LoginOutcome(1203, true));
    assertThat(page.enter(page.confirmed("lin")).ret()).isEqualTo(Retcode.LOGIN_REFUSED);
  }

  @ParameterizedTest
  @CsvSource({
    "login.wx2.qq.com, szfilehelper.weixin.qq.com, szfilehelper.weixin.qq.com",
    "login.wx.qq.com, szfilehelper.weixin.qq.com, szfilehelper.weixin.qq.com",
    "login.wx8.qq.com, '', cmfilehelper.weixin.qq.com",
    "login.wx2.qq.com, '', szfilehelper.weixin.qq.com",
    "login.wx.qq.com, '', filehelper.weixin.qq.com",
    "login.wx2.qq.com, evil.example, szfilehelper.weixin.qq.com",
    "login.wx2.qq.com, filehelper.weixin.qq.com.evil.example, szfilehelper.weixin.qq.com",
    "login.wx2.qq.com, evil-filehelper.weixin.qq.com, szfilehelper.weixin.qq.com"
  })
  void goesOnAtTheHostThatAskedAndNowhereElse(
      String login, String page, String home, TestServer server) throws InterruptedException {
    Browser browser = helper(server);
    browser.origin = new Origin("https", login);
    browser.page = page.isEmpty() ? "" : "https://" + page + PAGE;

    assertThat(redirect(browser, server).authority()).isEqualTo(home);
  }

  @Test
  void theAddressMayBeEncodedTwice(TestServer server) throws InterruptedException {
    Browser browser = helper(server);
    browser.origin = new Origin("https", "login.wx2.qq.com");
    browser.page = "https%3A%2F%2Fcmfilehelper.weixin.qq.com%2Fcgi-bin";

    assertThat(redirect(browser, server).authority()).isEqualTo("cmfilehelper.weixin.qq.com");
  }

  @Test
  void aSwitchLeadsElsewhere(TestServer server) throws InterruptedException {
    server.person("lin").isTreated(Switch.FILE_HELPER_HOST, "filehelper.weixin.qq.com");
    Browser browser = helper(server);
    browser.origin = new Origin("https", "login.wx2.qq.com");
    browser.page = "https://szfilehelper.weixin.qq.com" + PAGE;

    assertThat(redirect(browser, server).authority()).isEqualTo("filehelper.weixin.qq.com");
  }

  private static Origin redirect(Browser browser, TestServer server) throws InterruptedException {
    var uuid = browser.newCode();
    server.person("lin").phone().scan(uuid.value()).confirm();
    return ((LoginPoll.Confirmed) browser.laterPoll(uuid)).redirectUri().origin();
  }

  @Test
  void cookiesAreOfTheEntryHostAndTheTicketOfAllBesideIt(TestServer server)
      throws InterruptedException {
    Browser browser = helper(server);
    browser.origin = new Origin("https", "login.wx2.qq.com");
    String query = browser.confirmed("lin");
    browser.origin = new Origin("https", "szfilehelper.weixin.qq.com");

    WebReply page = browser.exchange(browser.request(LoginPage.CALL, new LoginPage.Request(query)));

    assertThat(page.headers().all("Set-Cookie"))
        .anyMatch(line -> isOf(line, "wxsid", "szfilehelper.weixin.qq.com"))
        .anyMatch(line -> isOf(line, "webwx_data_ticket", ".qq.com"));
    assertThat(server.violations().list()).isEmpty();
  }

  private static boolean isOf(String line, String name, String domain) {
    return line.startsWith(name + "=") && line.contains("Domain=" + domain + ";");
  }

  @Test
  void everyCallSuitsTheEntryHost(TestServer server) throws InterruptedException {
    Browser browser = helper(server);
    browser.origin = new Origin("https", "login.wx2.qq.com");
    String query = browser.confirmed("lin");
    browser.origin = new Origin("https", "szfilehelper.weixin.qq.com");

    assertThat(browser.enter(query).ret()).isEqualTo(Retcode.OK);
    assertThat(browser.init().status().isOk()).isTrue();
    assertThat(browser.check().retcode()).isEqualTo(Retcode.OK);
    assertThat(browser.send(UserName.FILE_HELPER, "hello").status().isOk()).isTrue();
    assertThat(browser.sync().status().isOk()).isTrue();
    browser.logOut();

    assertThat(server.violations().list()).isEmpty();
  }

  @Test
  void switchesChangeWhatNobodyIsSureOf(TestServer server) throws InterruptedException {
    server.person("lin").isTreated(Switch.LOGIN_PAGE_CDATA, true);
    server.person("lin").isTreated(Switch.FILE_HELPER_SENDER, NoteSender.FILEHELPER);
    Browser page = online(server);

    server.person("lin").says("note").toFileHelper();

    MessageItem item = page.sync().messages().getFirst();
    assertThat(item.from()).isEqualTo(UserName.FILE_HELPER);
    assertThat(item.to()).isEqualTo(page.self);
  }
}
