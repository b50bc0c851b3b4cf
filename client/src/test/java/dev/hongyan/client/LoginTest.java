// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hongyan.client.FakeService.Fault;
import dev.hongyan.client.event.LoginEvent;
import dev.hongyan.client.event.LoginEvent.CodeIssued;
import dev.hongyan.client.event.LoginEvent.CodeScanned;
import dev.hongyan.client.event.LoginEvent.LoginConfirmed;
import dev.hongyan.client.event.LoginOutcome;
import dev.hongyan.client.event.LoginOutcome.LoggedIn;
import dev.hongyan.client.event.LoginOutcome.Way;
import dev.hongyan.client.http.Hosts;
import dev.hongyan.client.message.Message;
import dev.hongyan.client.store.AccountInUseException;
import dev.hongyan.client.store.SavedSession.State;
import dev.hongyan.protocol.LoginUuid;
import dev.hongyan.protocol.MessageId;
import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.TransportException;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.contact.Contact;
import dev.hongyan.protocol.login.LoginPage;
import dev.hongyan.protocol.login.LoginPoll;
import dev.hongyan.protocol.login.PushLogin;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LoginTest extends ClientScenario {

  @Test
  void aScanShowsEachStepAndEndsWithContactsAndMembers() throws InterruptedException {
    WeChat client = client();

    LoginOutcome outcome = scanAndConfirm(client);

    assertThat(outcome).isEqualTo(new LoggedIn(client.self(), Way.SCANNED));
    assertThat(screen)
        .containsExactly(
            new CodeIssued(new LoginUuid("code1"), "https://login.weixin.qq.com/l/code1"),
            new CodeScanned(Optional.empty()),
            new LoginConfirmed());
    assertThat(client.self().names().nickName()).isEqualTo("林");
    assertThat(client.contacts()).extracting(Contact::shownName).containsExactly("Plum", "波 & co");
    assertThat(client.chat(TEAM).name()).isEqualTo("team");
    assertThat(client.chat(TEAM).members()).hasSize(3);
    assertThat(service.calls)
        .containsSubsequence(
            "jslogin",
            "login",
            "webwxnewloginpage",
            "webwxinit",
            "webwxstatusnotify",
            "webwxgetcontact",
            "webwxbatchgetcontact");
  }

  @Test
  void anExpiredCodeIsRenewedABoundedNumberOfTimes() throws InterruptedException {
    LoginOutcome outcome = client().login(screen::add);

    assertThat(outcome).isEqualTo(new LoginOutcome.Expired());
    assertThat(screen).hasSize(6).allMatch(CodeIssued.class::isInstance);
  }

  @Test
  void cancelledOnThePhoneIsAnOutcome() throws InterruptedException {
    service.phone.add(new LoginPoll.Scanned(Optional.empty()));
    service.phone.add(new LoginPoll.Cancelled());

    assertThat(client().login(screen::add)).isEqualTo(new LoginOutcome.Cancelled());
  }

  /** A server that says 201 until the phone confirms had the scan shown again with each poll. */
  @Test
  void aScanIsToldOnce() throws InterruptedException {
    service.phone.add(new LoginPoll.Scanned(Optional.empty()));
    service.phone.add(new LoginPoll.Scanned(Optional.empty()));
    service.phone.add(new LoginPoll.Cancelled());

    assertThat(client().login(screen::add)).isEqualTo(new LoginOutcome.Cancelled());

    assertThat(screen).filteredOn(CodeScanned.class::isInstance).hasSize(1);
  }

  @Test
  void aRefusalComesWithItsWords() throws InterruptedException {
    service.loginPage = () -> LoginPage.Reply.refused(Retcode.LOGIN_REFUSED, "为了你的帐号安全");

    assertThat(scanAndConfirm(client()))
        .isEqualTo(new LoginOutcome.Refused(Retcode.LOGIN_REFUSED, "为了你的帐号安全"));
    assertThat(store.sessions().load()).isEmpty();
  }

  @Test
  void noCodeIsARefusal() throws InterruptedException {
    service.offersCodes = false;

    assertThat(client().login(screen::add)).isInstanceOf(LoginOutcome.Refused.class);
  }

  @Test
  void troubleOnTheWayDelaysAndIsShown() throws InterruptedException {
    service.fail("jslogin", Fault.LOST_REQUEST, 1);
    service.fail("login", Fault.BAD_GATEWAY, 3);
    service.fail("webwxnewloginpage", Fault.LOST_ANSWER, 1);
    service.fail("webwxinit", Fault.HALF, 1);
    service.fail("webwxgetcontact", Fault.LOST_ANSWER, 2);

    assertThat(scanAndConfirm(client())).isInstanceOf(LoggedIn.class);
    assertThat(screen).contains(new LoginEvent.LoginDelayed(3));
  }

  @Test
  void aServerThatIsNotThereIsReportedSoon() {
    service.fail("jslogin", Fault.LOST_REQUEST, 100);

    assertThatExceptionOfType(TransportException.class)
        .isThrownBy(() -> client().login(screen::add))
        .satisfies(e -> assertThat(e.call()).isEqualTo("jslogin"));
    assertThat(service.count("jslogin")).isEqualTo(3);
  }

  @Test
  void contactsComeInPagesAndBatchesOfFifty() throws InterruptedException {
    service.pageSize = 7;
    for (int i = 0; i < 120; i++) {
      UserName name = new UserName("@@room" + i);
      service.people.put(name, room(name, "room " + i));
      service.details.put(name, room(name, "room " + i));
    }

    WeChat client = loggedIn();

    assertThat(client.rooms()).hasSize(121);
    assertThat(client.contacts()).hasSize(2);
    assertThat(service.batches).allMatch(batch -> batch.size() <= 50).hasSize(3);
  }

  @Test
  void pagesWithoutEndComeToAnEnd() throws InterruptedException {
    service.pageSize = 1;
    for (int i = 0; i < 300; i++) {
      UserName name = new UserName("@p" + i);
      service.people.put(name, person(name, "p" + i, ""));
    }

    assertThat(loggedIn().contacts()).hasSize(200);
  }

  @Test
  void theSavedSessionIsRestoredWithoutACode() throws InterruptedException {
    loggedIn().close();
    screen.clear();
    WeChat again = client();

    assertThat(again.login(screen::add)).isEqualTo(new LoggedIn(again.self(), Way.RESTORED));
    assertThat(screen).isEmpty();
    assertThat(again.contacts()).hasSize(2);
  }

  @Test
  void troubleDuringARestoreCostsNoScan() throws InterruptedException {
    loggedIn().close();
    service.fail("webwxinit", Fault.LOST_REQUEST, 5);

    assertThat(client().restore()).isInstanceOf(LoggedIn.class);
  }

  @Test
  void withoutASavedSessionNothingIsRestored() throws InterruptedException {
    assertThat(client().restore()).isEqualTo(new LoginOutcome.NoSession());
  }

  @Test
  void aSessionThatIsOverLeadsToThePhone() throws InterruptedException {
    loggedIn().close();
    service.sessionState = Retcode.SESSION_ENDED;
    service.pushLogin =
        () -> {
          service.sessionState = Retcode.OK;
          return PushLogin.Reply.of(new LoginUuid("push1"));
        };
    service.phone.add(FakeService.confirmed());
    screen.clear();
    WeChat again = client();

    assertThat(again.login(screen::add)).isEqualTo(new LoggedIn(again.self(), Way.PUSHED));
    assertThat(screen)
        .containsExactly(
            new LoginEvent.WayClosed(Way.RESTORED),
            new LoginEvent.PhoneAsked(new LoginUuid("push1")),
            new LoginConfirmed());
  }

  @Test
  void aPhoneThatCannotBeAskedLeadsToACode() throws InterruptedException {
    loggedIn().close();
    service.sessionState = Retcode.SESSION_ENDED;
    service.pushLogin =
        () -> {
          service.sessionState = Retcode.OK;
          return PushLogin.Reply.refused("1", "no");
        };
    screen.clear();
    WeChat again = client();

    assertThat(scanAndConfirm(again)).isEqualTo(new LoggedIn(again.self(), Way.SCANNED));
    assertThat(screen)
        .startsWith(new LoginEvent.WayClosed(Way.RESTORED), new LoginEvent.WayClosed(Way.PUSHED));
  }

  @Test
  void aCodeMayBeAskedForThoughThereIsASession() throws InterruptedException {
    loggedIn().close();
    screen.clear();
    service.phone.add(FakeService.confirmed());
    WeChat again = client();

    assertThat(again.loginByCode(screen::add)).isEqualTo(new LoggedIn(again.self(), Way.SCANNED));
    assertThat(screen).first().isInstanceOf(CodeIssued.class);
    assertThat(service.count("webwxpushloginurl")).isZero();
  }

  @Test
  void aCodeThatIsRefusedLeavesTheSavedSession() throws InterruptedException {
    loggedIn().close();
    service.phone.add(new LoginPoll.Cancelled());
    WeChat again = client();

    assertThat(again.loginByCode(screen::add)).isEqualTo(new LoginOutcome.Cancelled());
    assertThat(again.restore()).isInstanceOf(LoggedIn.class);
  }

  @Test
  void aSessionThatIsOverIsNotRestored() throws InterruptedException {
    loggedIn().close();
    service.sessionState = Retcode.SESSION_ENDED;

    assertThat(client().restore()).isEqualTo(new LoginOutcome.NoSession());
    assertThat(store.sessions().load().orElseThrow().state()).isEqualTo(State.ENDED);
  }

  @Test
  void anotherAccountDoesNotTakeOverWhatWaits() throws InterruptedException {
    WeChat first = loggedIn();
    first.onMessage((_, _) -> time.pause(Duration.ofDays(1)));
    first.start();
    service.deliver(text(1, MEI, "for the first account"));
    await(() -> service.checkedKeys.stream().anyMatch(key -> key.val(2).orElseThrow() == 1));
    first.close();
    service.uin = 8;
    store.sessions().clear();
    List<Message> handled = new CopyOnWriteArrayList<>();
    WeChat other = client();
    other.onMessage((_, message) -> handled.add(message));

    assertThat(scanAndConfirm(other)).isEqualTo(new LoginOutcome.OtherAccount());
    assertThat(service.calls).last().isEqualTo("webwxlogout");
    assertThat(store.sessions().load()).isEmpty();
    other.close();
    service.sessionState = Retcode.OK;
    service.uin = 7;
    WeChat again = client();
    again.onMessage((_, message) -> handled.add(message));
    assertThat(scanAndConfirm(again)).isInstanceOf(LoggedIn.class);
    again.start();
    await(() -> !handled.isEmpty());

    assertThat(handled).extracting(Message::id).containsExactly(new MessageId(1));
  }

  @Test
  void anotherAccountMayHaveAStoreInWhichNothingWaits() throws InterruptedException {
    loggedIn().close();
    service.uin = 8;
    store.sessions().clear();

    assertThat(scanAndConfirm(client())).isInstanceOf(LoggedIn.class);
    assertThat(store.sessions().load().orElseThrow().credentials().uin()).isEqualTo(8);
  }

  /** A push login went to the server of the saved session, although the caller named another. */
  @Test
  void anotherServerIsNotAskedToPush() throws InterruptedException {
    loggedIn().close();
    screen.clear();
    WeChat elsewhere = client(Hosts.server(URI.create("http://127.0.0.1:7600")));

    assertThat(scanAndConfirm(elsewhere)).isInstanceOf(LoggedIn.class);

    assertThat(screen).first().isInstanceOf(CodeIssued.class);
    assertThat(service.count("webwxpushloginurl")).isZero();
    assertThat(store.sessions().load().orElseThrow().isOneServer()).isTrue();
  }

  @Test
  void anAccountHasOneClient() throws InterruptedException {
    WeChat first = loggedIn();

    assertThatExceptionOfType(AccountInUseException.class).isThrownBy(() -> client().restore());
    assertThat(first.self().userName()).isEqualTo(FakeService.SELF);
  }

  @Test
  void cookiesOfTheLoginGoWithEveryCallAfterIt() throws InterruptedException {
    loggedIn();

    assertThat(store.sessions().load().orElseThrow().cookies())
        .extracting(saved -> saved.cookie().name())
        .containsExactly("wxsid", "webwxuvid", "webwx_data_ticket");
  }
}
