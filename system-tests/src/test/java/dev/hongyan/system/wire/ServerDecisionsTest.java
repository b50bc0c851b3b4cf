// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Credentials;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.LoginUuid;
import dev.hongyan.protocol.Origin;
import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.SetCookie;
import dev.hongyan.protocol.SyncKey;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.WebRequest;
import dev.hongyan.protocol.contact.ContactPage;
import dev.hongyan.protocol.login.CodePicture;
import dev.hongyan.protocol.login.LoginPage;
import dev.hongyan.protocol.login.LoginPoll;
import dev.hongyan.protocol.login.Logout;
import dev.hongyan.protocol.login.NewCode;
import dev.hongyan.protocol.message.MessageItem;
import dev.hongyan.protocol.sync.Init;
import dev.hongyan.protocol.sync.Sync;
import dev.hongyan.protocol.sync.SyncCheck;
import dev.hongyan.server.script.Person;
import dev.hongyan.server.world.Switch;
import dev.hongyan.testkit.HongyanExtension;
import dev.hongyan.testkit.TestServer;
import dev.hongyan.testkit.TestServerOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What our server does where the sources are silent: protocol reference, Appendix D, row by row.
 */
@Timeout(60)
@ExtendWith(HongyanExtension.class)
class ServerDecisionsTest {

  private static final SyncCheck.Reply NOTHING = new SyncCheck.Reply(Retcode.OK, 0);

  @Test
  void aCheckIsKnownByCookiesAndParametersOrByEitherWithAWarning(TestServer server)
      throws InterruptedException {
    Browser lin = Browser.of(server, "lin");
    assertThat(lin.check()).isEqualTo(NOTHING);
    assertThat(violations(server)).isEmpty();

    Credentials known = lin.credentials;
    lin.credentials = Credentials.NONE;
    assertThat(lin.check()).isEqualTo(NOTHING);
    assertThat(violations(server)).containsExactly("credentials-incomplete");

    lin.credentials = known;
    lin.cookies.clear();
    assertThat(lin.check()).isEqualTo(NOTHING);
    assertThat(server.violations().warnings()).isEqualTo(2);
    assertThat(server.violations().errors()).isZero();

    lin.credentials = Credentials.NONE;
    assertThat(lin.check().retcode()).isEqualTo(Retcode.COOKIES_INVALID);
  }

  @Test
  void anEndedSessionIsRememberedForADay(TestServer server) throws InterruptedException {
    Browser old = Browser.of(server, "lin");
    var _ = Browser.of(server, "lin");

    assertThat(old.init().status().ret()).isEqualTo(Retcode.SESSION_ENDED);
    server.elapse(Duration.ofHours(24));
    assertThat(old.init().status().ret()).isEqualTo(Retcode.SESSION_ENDED);
    server.elapse(Duration.ofSeconds(1));
    assertThat(old.init().status().ret()).isEqualTo(Retcode.NO_SESSION);
    assertThat(old.check().retcode()).isEqualTo(Retcode.NO_SESSION);
  }

  @Test
  void cookiesOfOneSessionWithTheBaseRequestOfAnotherAreAnError(TestServer server)
      throws InterruptedException {
    Browser lin = Browser.of(server, "lin");
    Browser mei = Browser.of(server, "mei");
    mei.cookies.clear();
    mei.cookies.putAll(lin.cookies);

    assertThat(mei.sync().status().ret()).isEqualTo(Retcode.SESSION_ENDED);
    assertThat(violations(server)).containsExactly("mixed-sessions");
    assertThat(server.violations().errors()).isOne();
  }

  @Test
  void anOlderSyncKeyBringsTheSameAgain(TestServer server) throws InterruptedException {
    Browser lin = Browser.of(server, "lin");
    SyncKey before = lin.key;
    server.person("mei").says("one").to(server.person("lin"));
    List<MessageItem> first = lin.sync().messages();
    server.person("mei").says("two").to(server.person("lin"));

    Sync.Reply again = lin.sync(before);

    assertThat(again.messages()).extracting(MessageItem::content).containsExactly("one", "two");
    assertThat(again.messages().getFirst().id()).isEqualTo(first.getFirst().id());
    assertThat(violations(server)).isEmpty();
  }

  @Test
  void aForeignSyncKeyIsNothingNewAndAnError(TestServer server) throws InterruptedException {
    Browser mei = Browser.of(server, "mei");
    Browser lin = Browser.of(server, "lin");
    server.person("mei").says("one").to(server.person("lin"));

    assertRefusedKey(server, lin, mei.key, "foreign-sync-key");
  }

  @Test
  void aNewerSyncKeyIsNothingNewAndAnError(TestServer server) throws InterruptedException {
    Browser lin = Browser.of(server, "lin");
    server.person("mei").says("one").to(server.person("lin"));
    SyncKey newer =
        new SyncKey(
            lin.key.pairs().stream()
                .map(p -> p.key() == 2 ? new SyncKey.Pair(2, p.val() + 100) : p)
                .toList());

    assertRefusedKey(server, lin, newer, "newer-sync-key");
  }

  @Test
  void aSyncKeyThatIsNoneIsNothingNewAndAnError(TestServer server) throws InterruptedException {
    Browser lin = Browser.of(server, "lin");
    server.person("mei").says("one").to(server.person("lin"));

    assertRefusedKey(
        server, lin, new SyncKey(List.of(new SyncKey.Pair(1, 7))), "malformed-sync-key");
    Instant before = server.time().instant();
    assertThat(lin.check("drop table mail")).isEqualTo(NOTHING);
    assertThat(server.time().instant()).isEqualTo(before.plusSeconds(25));
  }

  private static void assertRefusedKey(
      TestServer server, Browser lin, SyncKey key, String violation) throws InterruptedException {
    assertThat(lin.check(key.parameter())).isEqualTo(NOTHING);
    Sync.Reply nothing = lin.sync(key);
    assertThat(nothing.status().isOk()).isTrue();
    assertThat(nothing.isEmpty()).isTrue();
    assertThat(violations(server)).containsOnly(violation);
    assertThat(server.violations().errors()).isEqualTo(2);

    // The way back: nothing is lost.
    assertThat(lin.sync(nothing.syncKey()).messages())
        .extracting(MessageItem::content)
        .containsExactly("one");
  }

  @Test
  void initAgainKeepsNamesAndSkipsNothingUnacknowledged(TestServer server)
      throws InterruptedException {
    Browser lin = Browser.of(server, "lin");
    UserName self = lin.self;
    UserName mei = lin.nameOf("梅");
    server.person("mei").says("one").to(server.person("lin"));
    lin.sync();
    lin.check(); // now "one" is acknowledged
    server.person("mei").says("two").to(server.person("lin"));
    lin.sync();

    Init.Reply again = lin.init();

    assertThat(again.self().userName()).isEqualTo(self);
    assertThat(lin.nameOf("梅")).isEqualTo(mei);
    assertThat(lin.sync().messages()).extracting(MessageItem::content).containsExactly("two");
  }

  @Test
  void messagesFromBeforeALoginStayOnThePhone(TestServer server) throws InterruptedException {
    server.person("mei").says("before").to(server.person("lin"));

    Browser lin = Browser.of(server, "lin");

    assertThat(lin.check()).isEqualTo(NOTHING);
    assertThat(lin.sync().messages()).isEmpty();
  }

  @Test
  void aRestoredSessionGetsAllThatItHasNotAcknowledged(TestServer server)
      throws InterruptedException {
    Browser lin = Browser.of(server, "lin");
    server.person("mei").says("one").to(server.person("lin"));
    server.elapse(Duration.ofHours(3));
    server.person("mei").says("two").to(server.person("lin"));

    assertThat(lin.sync().messages())
        .extracting(MessageItem::content)
        .containsExactly("one", "two");
  }

  @Test
  void theSelectorTellsMessagesThenChatsThenContactsThenTheAddressBook(TestServer server)
      throws InterruptedException {
    Browser lin = Browser.of(server, "lin");
    Person person = server.person("lin");
    Person wen = server.cast().enters("wen", "文");

    wen.befriends(person);
    int addressBook = lin.check().selector();
    server.cast().opens(person, "pair", "二人", server.person("mei"));
    int chat = lin.check().selector();
    server.person("mei").says("hello").to(person);
    int message = lin.check().selector();

    assertThat(List.of(message, chat, addressBook)).isSubsetOf(2, 7, 4, 6);
    assertThat(message).isEqualTo(2);
    assertThat(order(message)).isLessThanOrEqualTo(order(chat));
    assertThat(order(chat)).isLessThanOrEqualTo(order(addressBook));
  }

  private static int order(int selector) {
    return List.of(2, 7, 4, 6).indexOf(selector);
  }

  @Test
  void aPageHasFiftyItemsAndTheNextSelectorIsTwoAgain(TestServer server)
      throws InterruptedException {
    Browser lin = Browser.of(server, "lin");
    for (int i = 0; i < 120; i++) {
      server.person("mei").says("line " + i).to(server.person("lin"));
    }

    List<Integer> pages = new ArrayList<>();
    while (lin.check().selector() == 2) {
      Sync.Reply page = lin.sync();
      assertThat(page.mayContinue()).isFalse();
      pages.add(page.messages().size());
    }

    assertThat(pages).containsExactly(50, 50, 20);
  }

  @Test
  void aFullPageMaySayThatThereIsMore(TestServer server) throws InterruptedException {
    server.person("lin").isTreated(Switch.CONTINUE_FLAG, true);
    Browser lin = Browser.of(server, "lin");
    for (int i = 0; i < 51; i++) {
      server.person("mei").says("line " + i).to(server.person("lin"));
    }

    assertThat(lin.sync().mayContinue()).isTrue();
    assertThat(lin.sync().mayContinue()).isFalse();
  }

  @Test
  void aClientWithABaseUrlIsLedOnWhereItAsked(TestServer server) throws InterruptedException {
    Browser browser = new Browser(server);
    browser.origin = new Origin("http", "192.0.2.7:7600");
    LoginUuid uuid = browser.newCode();
    server.person("lin").phone().scan(uuid.value()).confirm();

    var confirmed = (LoginPoll.Confirmed) browser.laterPoll(uuid);

    assertThat(confirmed.redirectUri().origin()).isEqualTo(browser.origin);
    assertThat(loginCookies(browser, confirmed))
        .hasSize(7)
        .allSatisfy(line -> assertThat(line).doesNotContainIgnoringCase("domain=", "secure"));
  }

  @Test
  void aClientBehindAPublicUrlIsLedThere() throws InterruptedException {
    Origin outside = new Origin("https", "chat.example.org");
    TestServerOptions options =
        TestServerOptions.inMemory().with(server -> server.reachedAt(outside));
    try (TestServer server = TestServer.start(options);
        var _ = server.virtualTime().enter()) {
      Browser browser = new Browser(server);
      LoginUuid uuid = browser.newCode();
      server.person("lin").phone().scan(uuid.value()).confirm();

      var confirmed = (LoginPoll.Confirmed) browser.laterPoll(uuid);

      assertThat(confirmed.redirectUri().origin()).isEqualTo(outside);
    }
  }

  @Test
  void aClientOnTheServicesNamesIsLedToItsFamilyWithItsCookies(TestServer server)
      throws InterruptedException {
    server.person("lin").isTreated(Switch.FAMILY, "wx2.qq.com");
    Browser browser = new Browser(server);
    browser.origin = new Origin("https", "login.wx.qq.com");
    LoginUuid uuid = browser.newCode();
    server.person("lin").phone().scan(uuid.value()).confirm();

    var confirmed = (LoginPoll.Confirmed) browser.laterPoll(uuid);
    browser.origin = confirmed.redirectUri().origin();

    assertThat(browser.origin).isEqualTo(new Origin("https", "wx2.qq.com"));
    List<String> cookies = loginCookies(browser, confirmed);
    assertThat(cookies)
        .hasSize(7)
        .allSatisfy(line -> assertThat(line).containsIgnoringCase("secure"))
        .allSatisfy(line -> assertThat(line).doesNotContainIgnoringCase("httponly"));
    assertThat(cookies.stream().filter(line -> line.startsWith("webwx_data_ticket=")))
        .singleElement()
        .asString()
        .contains("=.qq.com");
  }

  private static List<String> loginCookies(Browser browser, LoginPoll.Confirmed confirmed)
      throws InterruptedException {
    WebRequest page =
        browser.request(LoginPage.CALL, new LoginPage.Request(confirmed.redirectUri().query()));
    return browser.exchange(page).headers().all("Set-Cookie");
  }

  @Test
  void logoutClearsAllCookiesButThoseOfPushLogin(TestServer server) throws InterruptedException {
    Browser lin = Browser.of(server, "lin");
    lin.sync();
    WebRequest leave =
        lin.request(
            Logout.CALL,
            new Logout.Request(
                lin.credentials.uin(), lin.credentials.sid(), lin.credentials.skey(), false));

    WebReply left = lin.exchange(leave);

    assertThat(left.status()).isEqualTo(301);
    assertThat(left.headers().all("Set-Cookie"))
        .extracting(line -> SetCookie.parse(line, Instant.EPOCH).map(SetCookie::name).orElse(""))
        .containsExactlyInAnyOrder(
            "wxuin", "wxsid", "wxloadtime", "mm_lang", "wxpluginkey", "webwx_data_ticket");
    assertThat(lin.cookies).containsOnlyKeys("webwxuvid", "webwx_auth_ticket");
  }

  @Test
  void aCodeLivesFiveMinutes(TestServer server) throws InterruptedException {
    Browser browser = new Browser(server);
    LoginUuid uuid = browser.newCode();

    server.elapse(Duration.ofMinutes(5).minusSeconds(1));
    Instant before = server.time().instant();
    LoginPoll.Reply reply = browser.firstPoll(uuid);

    assertThat(reply).isEqualTo(new LoginPoll.Expired());
    assertThat(server.time().instant()).isEqualTo(before.plusSeconds(1));
  }

  @Test
  void aPushedLoginLivesFiveMinutes(TestServer server) throws InterruptedException {
    Browser lin = Browser.of(server, "lin");
    LoginUuid uuid = lin.push().uuid();

    server.elapse(Duration.ofMinutes(5).minusSeconds(1));
    server.person("lin").phone().asked().confirm();

    assertThat(lin.laterPoll(uuid)).isInstanceOf(LoginPoll.Confirmed.class);
    LoginUuid next = lin.push().uuid();
    server.elapse(Duration.ofMinutes(5));
    assertThat(lin.laterPoll(next)).isEqualTo(new LoginPoll.Expired());
  }

  @Test
  void anAddressHasTwentyLiveCodes(TestServer server) throws InterruptedException {
    Browser browser = new Browser(server);
    for (int i = 0; i < 20; i++) {
      assertThat(browser.newCode().isPresent()).isTrue();
    }

    NewCode.Request question = new NewCode.Request(NewCode.WEB_APP, "");
    assertThat(browser.exchange(browser.request(NewCode.CALL, question)).body().text())
        .isEqualTo("window.QRLogin.code = 400; window.QRLogin.uuid = \"\";");
    browser.source = "192.0.2.9";
    assertThat(browser.newCode().isPresent()).isTrue();
    browser.source = "memory";
    server.elapse(Duration.ofMinutes(5));
    assertThat(browser.newCode().isPresent()).isTrue();
  }

  @Test
  void aPollAfterTheCancellationWasToldHears400(TestServer server) throws InterruptedException {
    Browser browser = new Browser(server);
    LoginUuid uuid = browser.newCode();
    server.person("lin").phone().scan(uuid.value()).cancel();

    assertThat(browser.laterPoll(uuid)).isEqualTo(new LoginPoll.Cancelled());
    assertThat(browser.laterPoll(uuid)).isEqualTo(new LoginPoll.Expired());
  }

  @Test
  void aPollHearsTheSame200UntilTheTicketIsUsed(TestServer server) throws InterruptedException {
    Browser browser = new Browser(server);
    LoginUuid uuid = browser.newCode();
    server.person("lin").phone().scan(uuid.value()).confirm();

    var first = (LoginPoll.Confirmed) browser.laterPoll(uuid);
    assertThat(browser.laterPoll(uuid)).isEqualTo(first);
    assertThat(browser.enter(first.redirectUri().query()).ret()).isEqualTo(Retcode.OK);
    assertThat(browser.laterPoll(uuid)).isEqualTo(new LoginPoll.Expired());
  }

  @Test
  void aTicketOpensTheSameSessionAgainForAMinute(TestServer server) throws InterruptedException {
    Browser browser = new Browser(server);
    String query = browser.confirmed("lin");
    Credentials first = browser.enter(query).credentials();

    server.elapse(Duration.ofSeconds(59));
    assertThat(browser.enter(query).credentials()).isEqualTo(first);
    server.elapse(Duration.ofSeconds(1));
    LoginPage.Reply late = browser.enter(query);

    assertThat(late.ret().isOk()).isFalse();
    assertThat(late.message()).isEqualTo("check ticket failed");
    assertThat(violations(server)).containsExactly("wrong-ticket");
  }

  @Test
  void aScanIsToldOnceToEachKindOfPollAndThenHeld(TestServer server) throws InterruptedException {
    Browser browser = new Browser(server);
    LoginUuid uuid = browser.newCode();
    var _ = server.person("lin").phone().scan(uuid.value());

    assertThat(browser.firstPoll(uuid)).isInstanceOf(LoginPoll.Scanned.class);
    assertThat(browser.firstPoll(uuid)).isEqualTo(new LoginPoll.Waiting());
    assertThat(browser.laterPoll(uuid)).isInstanceOf(LoginPoll.Scanned.class);
    assertThat(browser.laterPoll(uuid)).isEqualTo(new LoginPoll.Waiting());
  }

  @Test
  void anUnknownCodeHas400AndNoPicture(TestServer server) throws InterruptedException {
    Browser browser = new Browser(server);
    LoginUuid unknown = new LoginUuid("never-given==");

    assertThat(browser.firstPoll(unknown)).isEqualTo(new LoginPoll.Expired());
    assertThat(browser.exchange(browser.request(CodePicture.CALL, unknown)).status())
        .isEqualTo(404);
    assertThat(violations(server)).contains("unknown-uuid");
  }

  @Test
  void aTextHas16384CharactersAtMost(TestServer server) throws InterruptedException {
    Browser lin = Browser.of(server, "lin");
    UserName mei = lin.nameOf("梅");

    assertThat(lin.send(mei, "字".repeat(16_384)).status().isOk()).isTrue();
    var refused = lin.send(mei, "字".repeat(16_385));

    assertThat(refused.status().ret()).isEqualTo(Retcode.PARAMETER_ERROR);
    assertThat(refused.status().text()).isNotEmpty();
    assertThat(server.person("mei").messages()).hasSize(1);
  }

  @Test
  void theStartPageIsShortOnAnyHost(TestServer server) throws Exception {
    for (String host : List.of("wx.qq.com", "login.weixin.qq.com", "127.0.0.1:7600")) {
      WebReply page =
          server
              .path()
              .exchange(new WebRequest("GET", "http", host, "/", "", Headers.NONE, Body.EMPTY));

      assertThat(page.status()).isEqualTo(200);
      assertThat(page.body().length()).isBetween(1L, 4096L);
    }
  }

  @Test
  void arraysAreLaidOutLineByLine(TestServer server) throws InterruptedException {
    Browser lin = Browser.of(server, "lin");
    String body =
        lin.exchange(
                lin.request(
                    ContactPage.CALL,
                    new ContactPage.Request(
                        lin.credentials.skey(), lin.credentials.passTicket(), 0)))
            .body()
            .text();

    assertThat(body)
        .startsWith("{\n\"BaseResponse\": {\n\"Ret\": 0,\n\"ErrMsg\": \"\"\n}\n,\n")
        .containsPattern("\"MemberList\": \\[\\{\n\"Uin\": 0,\n")
        .contains("\n}\n,{\n\"Uin\"")
        .contains("\"MemberList\": [],\n")
        .contains("\n}\n],\n")
        .contains("\"NickName\": \"梅\"")
        .endsWith("\n}\n");
  }

  private static List<String> violations(TestServer server) {
    return server.violations().list().stream().map(v -> v.breach().code()).toList();
  }
}
