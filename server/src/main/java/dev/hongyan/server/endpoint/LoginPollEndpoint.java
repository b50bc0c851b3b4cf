// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.endpoint;

import dev.hongyan.protocol.Body;
import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.WebApp;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.login.AppMark;
import dev.hongyan.protocol.login.LoginPage;
import dev.hongyan.protocol.login.LoginPoll;
import dev.hongyan.protocol.login.RedirectUri;
import dev.hongyan.server.world.Account;
import dev.hongyan.server.world.Breach;
import dev.hongyan.server.world.ClientKind;
import dev.hongyan.server.world.LoginCodes;
import dev.hongyan.server.world.PollOutcome;
import dev.hongyan.server.world.Switch;
import java.util.Locale;
import java.util.Optional;

/** Tells a client what the phone has done, and holds it until there is something to tell. */
record LoginPollEndpoint(LoginCodes codes, ServiceHosts hosts, Holds holds, Violations violations)
    implements Endpoint<LoginPoll.Request, LoginPoll.Reply> {

  @Override
  public Call<LoginPoll.Request, LoginPoll.Reply> call() {
    return LoginPoll.CALL;
  }

  @Override
  public WebReply answer(LoginPoll.Request question, Visit visit) throws InterruptedException {
    String uuid = question.uuid().value();
    if (!codes.wasGiven(uuid)) {
      violations.add(Breach.UNKNOWN_UUID, visit, "uuid");
    }
    if (codes.isFor(uuid, ClientKind.FILE_HELPER)
        && !AppMark.isIn(visit.request(), WebApp.FILE_HELPER)) {
      violations.add(Breach.APPLICATION_MISSING, visit, "appid");
    }
    PollOutcome outcome = codes.poll(uuid, question.first(), holds.standard());
    return call().answer(reply(outcome, question, visit));
  }

  private LoginPoll.Reply reply(PollOutcome outcome, LoginPoll.Request question, Visit visit) {
    return switch (outcome) {
      case PollOutcome.Nothing _ -> new LoginPoll.Waiting();
      case PollOutcome.Scanned(Account account) -> new LoginPoll.Scanned(avatar(account, question));
      case PollOutcome.Confirmed confirmed ->
          new LoginPoll.Confirmed(redirect(confirmed, question, visit));
      case PollOutcome.Cancelled _ -> new LoginPoll.Cancelled();
      case PollOutcome.Expired _ -> new LoginPoll.Expired();
    };
  }

  private static Optional<LoginPoll.Avatar> avatar(Account account, LoginPoll.Request question) {
    return question.wantsAvatar() && account.switches().of(Switch.SCAN_AVATAR)
        ? Optional.of(new LoginPoll.Avatar(Body.of(Avatars.draw(account))))
        : Optional.empty();
  }

  private RedirectUri redirect(
      PollOutcome.Confirmed confirmed, LoginPoll.Request question, Visit visit) {
    Account account = confirmed.account();
    String language = language(account);
    return new RedirectUri(
        hosts.afterLogin(visit, ServiceHosts.home(confirmed.wish(), account, visit)),
        LoginPage.CALL.path(),
        "ticket=%s&uuid=%s&lang=%s&scan=%d"
            .formatted(
                confirmed.ticket(), question.uuid(), language, confirmed.at().getEpochSecond()));
  }

  /** As queries and cookies write it: {@code zh_CN}. */
  static String language(Account account) {
    String name = account.switches().of(Switch.LANGUAGE).name();
    int line = name.indexOf('_');
    return name.substring(0, line).toLowerCase(Locale.ROOT) + name.substring(line);
  }

  @Override
  public LoginPoll.Reply unreadable() {
    return new LoginPoll.Expired();
  }
}
