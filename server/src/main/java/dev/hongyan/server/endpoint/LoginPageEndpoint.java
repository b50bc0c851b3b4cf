// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.endpoint;

import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.login.LoginCookies;
import dev.hongyan.protocol.login.LoginPage;
import dev.hongyan.server.world.Account;
import dev.hongyan.server.world.Breach;
import dev.hongyan.server.world.LoginResult;
import dev.hongyan.server.world.Session;
import dev.hongyan.server.world.Switch;
import dev.hongyan.server.world.World;

/** Opens the session that a confirmed login promises. */
record LoginPageEndpoint(World world, ServiceHosts hosts, Violations violations)
    implements Endpoint<LoginPage.Request, LoginPage.Reply> {

  /** Told with every ticket that is none, in 2016 (protocol reference 3.4). */
  private static final LoginPage.Reply WRONG_TICKET =
      LoginPage.Reply.refused(Retcode.PARAMETER_ERROR, "check ticket failed");

  @Override
  public Call<LoginPage.Request, LoginPage.Reply> call() {
    return LoginPage.CALL;
  }

  @Override
  public WebReply answer(LoginPage.Request question, Visit visit) {
    boolean desktop = visit.hasHeader("client-version") && visit.hasHeader("extspam");
    return switch (world.codes().redeem(question.uuid().value(), question.ticket(), desktop)) {
      case LoginResult.LoggedIn(Session session) -> welcome(session, question, visit);
      case LoginResult.Refused(Account account, int ret) ->
          call()
              .answer(
                  LoginPage.Reply.refused(
                      new Retcode(ret),
                      Wording.of(account)
                          .loginRefused(account.switches().of(Switch.LOGIN_REFUSAL))));
      case LoginResult.WrongTicket _ -> {
        violations.add(Breach.WRONG_TICKET, visit, "ticket");
        yield call().answer(WRONG_TICKET);
      }
    };
  }

  private WebReply welcome(Session session, LoginPage.Request question, Visit visit) {
    Account account = world.accounts().account(session.account());
    world.sessions().heardOf(session, visit.client());
    LoginCookies cookies = SessionCookies.of(session, account, hosts, visit);
    LoginPage.Reply page =
        new LoginPage.Reply(
            Retcode.OK, account.switches().of(Switch.LOGIN_MESSAGE), cookies.credentials());
    WebReply reply =
        account.switches().of(Switch.LOGIN_PAGE_CDATA)
            ? LoginPage.answerInCdata(page)
            : call().answer(page);
    return new WebReply(
        status(account, question),
        reply.headers().and(cookies.ofLogin(session.created())),
        reply.body());
  }

  private static int status(Account account, LoginPage.Request question) {
    return switch (account.switches().of(Switch.LOGIN_PAGE_STATUS)) {
      case BY_VERSION -> question.isVersion2() ? 200 : 301;
      case ALWAYS_200 -> 200;
      case ALWAYS_301 -> 301;
    };
  }

  @Override
  public LoginPage.Reply unreadable() {
    return WRONG_TICKET;
  }
}
