// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.protocol.Answer;
import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.ClientMessageId;
import dev.hongyan.protocol.Credentials;
import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.WebRequest;
import dev.hongyan.protocol.contact.Contact;
import dev.hongyan.protocol.contact.ContactBatch;
import dev.hongyan.protocol.contact.ContactPage;
import dev.hongyan.protocol.message.SendReply;
import dev.hongyan.protocol.message.SendText;
import dev.hongyan.protocol.sync.Init;
import dev.hongyan.protocol.sync.StatusNotify;
import dev.hongyan.protocol.sync.Sync;
import dev.hongyan.protocol.sync.SyncCheck;
import dev.hongyan.server.script.Person;
import dev.hongyan.server.world.EndReason;
import dev.hongyan.server.world.LoginOutcome;
import dev.hongyan.server.world.Rate;
import dev.hongyan.server.world.Rates;
import dev.hongyan.server.world.SessionEnd;
import dev.hongyan.server.world.Switch;
import dev.hongyan.server.world.UserNames;
import dev.hongyan.testkit.HongyanExtension;
import dev.hongyan.testkit.TestServer;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each retcode that the server gives, on each call that can have it (7.1). */
@Timeout(60)
@ExtendWith(HongyanExtension.class)
class RetcodesTest {

  /** A call that needs a session, asked in a way that is right for a session that is right. */
  record Asking(Call<?, ?> call, Question question) {

    interface Question {
      WebRequest of(Browser browser);
    }

    Retcode ret(Browser browser) throws InterruptedException {
      return RetcodesTest.ret(call, browser, question.of(browser));
    }

    @Override
    public String toString() {
      return call.name();
    }
  }

  static List<Asking> calls() {
    return List.of(
        new Asking(Init.CALL, b -> b.request(Init.CALL, new Init.Request(b.base(), ticket(b)))),
        new Asking(
            StatusNotify.CALL,
            b ->
                b.request(
                    StatusNotify.CALL,
                    new StatusNotify.Request(
                        b.base(),
                        ticket(b),
                        StatusNotify.READY,
                        b.self,
                        b.self,
                        new ClientMessageId("1")))),
        new Asking(
            ContactPage.CALL,
            b ->
                b.request(
                    ContactPage.CALL, new ContactPage.Request(b.credentials.skey(), ticket(b), 0))),
        new Asking(
            ContactBatch.CALL,
            b ->
                b.request(
                    ContactBatch.CALL,
                    new ContactBatch.Request(
                        b.base(), ticket(b), List.of(ContactBatch.Entry.of(b.self))))),
        new Asking(
            SyncCheck.CALL,
            b -> b.request(SyncCheck.CALL, new SyncCheck.Request(b.base(), b.key.parameter()))),
        new Asking(
            Sync.CALL, b -> b.request(Sync.CALL, new Sync.Request(b.base(), ticket(b), b.key))),
        new Asking(
            SendText.CALL,
            b -> b.request(SendText.CALL, b.sending(UserName.FILE_HELPER, "hello", "42"))));
  }

  static List<Asking> callsWithBody() {
    return calls().stream().filter(asking -> asking.call().methods().size() == 1).toList();
  }

  private static Secret ticket(Browser browser) {
    return browser.credentials.passTicket();
  }

  private static Retcode ret(Call<?, ?> call, Browser browser, WebRequest request)
      throws InterruptedException {
    return switch (call.reply(browser.exchange(request))) {
      case Answer answer -> answer.status().ret();
      case SyncCheck.Reply check -> check.retcode();
      default -> throw new IllegalArgumentException(call.name());
    };
  }

  @ParameterizedTest
  @MethodSource("calls")
  void says0WhenAllIsWell(Asking asking, TestServer server) throws InterruptedException {
    Browser lin = Browser.of(server, "lin");

    assertThat(asking.ret(lin)).isEqualTo(Retcode.OK);
    assertThat(server.violations().list()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("calls")
  void says1100OfASessionThatNeverWas(Asking asking, TestServer server)
      throws InterruptedException {
    Browser lin = Browser.of(server, "lin");
    Credentials real = lin.credentials;
    lin.credentials =
        new Credentials(real.uin(), new Secret("nobodys+sid/0000"), real.skey(), real.passTicket());
    lin.cookies.clear();
    lin.cookies.put("wxsid", "nobodys+sid/0000");

    assertThat(asking.ret(lin)).isEqualTo(Retcode.NO_SESSION);
    assertViolation(server, "unknown-session");
  }

  @ParameterizedTest
  @MethodSource("calls")
  void says1101OfASessionThatWasReplaced(Asking asking, TestServer server)
      throws InterruptedException {
    Browser old = Browser.of(server, "lin");
    var ignored = Browser.of(server, "lin");

    assertThat(asking.ret(old)).isEqualTo(Retcode.SESSION_ENDED);
    assertThat(server.violations().list()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("calls")
  void says1101OfAWrongKey(Asking asking, TestServer server) throws InterruptedException {
    Browser lin = Browser.of(server, "lin");
    Credentials real = lin.credentials;
    lin.credentials =
        new Credentials(
            real.uin(), real.sid(), new Secret("@crypt_00000000_wrong"), real.passTicket());

    assertThat(asking.ret(lin)).isEqualTo(Retcode.SESSION_ENDED);
    assertViolation(server, "wrong-skey");
  }

  @ParameterizedTest
  @MethodSource("calls")
  void says1102WithoutCookiesAndCredentials(Asking asking, TestServer server)
      throws InterruptedException {
    Browser nobody = new Browser(server);

    assertThat(asking.ret(nobody)).isEqualTo(Retcode.COOKIES_INVALID);
    assertViolation(server, "unknown-session");
  }

  @ParameterizedTest
  @MethodSource("calls")
  void says1102OfARestrictedAccount(Asking asking, TestServer server) throws InterruptedException {
    end(server, EndReason.RESTRICTED);
    Browser lin = Browser.of(server, "lin");
    server.elapse(Duration.ofHours(2));

    assertThat(asking.ret(lin)).isEqualTo(Retcode.COOKIES_INVALID);
  }

  @ParameterizedTest
  @MethodSource("calls")
  void says1100OfASessionThatGrewTooOld(Asking asking, TestServer server)
      throws InterruptedException {
    end(server, EndReason.EXPIRED);
    Browser lin = Browser.of(server, "lin");
    server.elapse(Duration.ofHours(2));

    assertThat(asking.ret(lin)).isEqualTo(Retcode.NO_SESSION);
  }

  private static void end(TestServer server, EndReason reason) {
    server.person("lin").isTreated(Switch.SESSION_END, new SessionEnd(Duration.ofHours(1), reason));
  }

  @ParameterizedTest
  @MethodSource("callsWithBody")
  void says1200OfABodyThatIsNoJson(Asking asking, TestServer server) throws InterruptedException {
    Browser lin = Browser.of(server, "lin");
    WebRequest broken = Requests.withBody(asking.question().of(lin), "{\"BaseRequest\":");

    assertThat(ret(asking.call(), lin, broken)).isEqualTo(Retcode.REQUEST_UNREADABLE);
    assertViolation(server, "malformed-body");
  }

  @Test
  void says1OfATextThatIsTooLong(TestServer server) throws InterruptedException {
    Browser lin = Browser.of(server, "lin");

    SendReply reply = lin.send(UserName.FILE_HELPER, "字".repeat(16_385));

    assertThat(reply.status().ret()).isEqualTo(Retcode.PARAMETER_ERROR);
    assertThat(reply.status().text()).isNotEmpty();
    assertViolation(server, "text-too-long");
  }

  @Test
  void says1OfABatchThatIsTooLarge(TestServer server) throws InterruptedException {
    Browser lin = Browser.of(server, "lin");

    ContactBatch.Reply reply = lin.batch(Collections.nCopies(51, lin.self));

    assertThat(reply.status().ret()).isEqualTo(Retcode.PARAMETER_ERROR);
    assertThat(reply.contacts()).isEmpty();
    assertViolation(server, "batch-too-large");
  }

  /** Notes of a room bring its name also when it was left meanwhile: to ask is no breach then. */
  @Test
  void tellsNothingOfARoomThatWasLeft(TestServer server) throws InterruptedException {
    Browser lin = Browser.of(server, "lin");
    UserName team = lin.nameOf("项目组");
    server.person("lin").in(server.cast().room("team")).leaves();

    assertThat(lin.batch(List.of(team)).contacts()).containsExactly(Contact.of(team));
    assertThat(server.violations().list()).isEmpty();

    UserName nobody = new UserName("@@" + "0".repeat(64));
    assertThat(lin.batch(List.of(nobody)).contacts()).containsExactly(Contact.of(nobody));
    assertViolation(server, "unknown-user-name");
  }

  @Test
  void says3WhenThePhoneIsOffline(TestServer server) throws InterruptedException {
    Browser lin = Browser.of(server, "lin");
    server.person("lin").isTreated(Switch.PHONE_OFFLINE, true);

    SendReply reply = lin.send(lin.nameOf("梅"), "hello");

    assertThat(reply.status().ret()).isEqualTo(Retcode.PHONE_OFFLINE);
    assertThat(server.person("mei").messages()).isEmpty();
  }

  @Test
  void says1201OfARoomInWhichOneIsNot(TestServer server) throws InterruptedException {
    Person wen = server.cast().enters("wen", "文");
    Browser browser = Browser.of(server, "wen");
    UserName team = new UserName(names(server, wen).of(server.room("team").id()));

    assertThat(browser.send(team, "hello").status().ret()).isEqualTo(Retcode.ROOM_GONE);
  }

  @Test
  void says1203ToWhoMayNotLogIn(TestServer server) throws InterruptedException {
    server.person("lin").isTreated(Switch.LOGIN_OUTCOME, new LoginOutcome(1203, true));
    Browser browser = new Browser(server);

    var page = browser.enter(browser.confirmed("lin"));

    assertThat(page.ret()).isEqualTo(Retcode.LOGIN_REFUSED);
    assertThat(page.message()).isNotEmpty();
    assertThat(browser.cookies).isEmpty();
    assertThat(server.world().sessions().live()).isEmpty();
  }

  @Test
  void says1204OfSomebodyWhoIsNoFriend(TestServer server) throws InterruptedException {
    Person wen = server.cast().enters("wen", "文");
    Browser lin = Browser.of(server, "lin");
    UserName stranger = new UserName(names(server, server.person("lin")).of(wen.account()));

    assertThat(lin.send(stranger, "hello").status().ret()).isEqualTo(Retcode.NO_ACCESS);
    assertThat(wen.messages()).isEmpty();
    assertThat(server.violations().list()).isEmpty();
  }

  /** The names that the live session of somebody gives to others. */
  private static UserNames names(TestServer server, Person of) {
    return server.world().sessions().live(of.account().id()).orElseThrow().userNames();
  }

  @Test
  void says1204OfANameThatMeansNothing(TestServer server) throws InterruptedException {
    Browser lin = Browser.of(server, "lin");

    SendReply reply = lin.send(new UserName("@" + "0".repeat(64)), "hello");

    assertThat(reply.status().ret()).isEqualTo(Retcode.NO_ACCESS);
    assertThat(reply.clientId().value()).isEmpty();
    assertViolation(server, "unknown-user-name");
  }

  @Test
  void says1205ToWhoSendsTooOften(TestServer server) throws InterruptedException {
    server
        .person("lin")
        .isTreated(Switch.THROTTLING, new Rates(Map.of("webwxsendmsg", Rate.aMinute(2))));
    Browser lin = Browser.of(server, "lin");
    UserName mei = lin.nameOf("梅");

    assertThat(lin.send(mei, "one").status().isOk()).isTrue();
    assertThat(lin.send(mei, "two").status().isOk()).isTrue();
    assertThat(lin.send(mei, "three").status().ret()).isEqualTo(Retcode.TOO_FREQUENT);
    server.elapse(Duration.ofSeconds(30));
    assertThat(lin.send(mei, "four").status().isOk()).isTrue();
  }

  private static void assertViolation(TestServer server, String code) {
    assertThat(server.violations().list())
        .extracting(violation -> violation.breach().code())
        .contains(code);
  }
}
