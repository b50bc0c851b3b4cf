// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.endpoint;

import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.LoginUuid;
import dev.hongyan.protocol.WebApp;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.login.AppMark;
import dev.hongyan.protocol.login.LoginCookies;
import dev.hongyan.protocol.login.PushLogin;
import dev.hongyan.server.world.Breach;
import dev.hongyan.server.world.ClientKind;
import dev.hongyan.server.world.CodeWish;
import dev.hongyan.server.world.World;

/** Asks the phone of somebody who has logged in before. */
record PushLoginEndpoint(World world, Violations violations)
    implements Endpoint<PushLogin.Request, PushLogin.Reply> {

  /** Number and cookies do not belong together (protocol reference 3.5). */
  private static final PushLogin.Reply REFUSED = PushLogin.Reply.refused("1", "login first");

  @Override
  public Call<PushLogin.Request, PushLogin.Reply> call() {
    return PushLogin.CALL;
  }

  @Override
  public WebReply answer(PushLogin.Request question, Visit visit) {
    boolean helper = AppMark.isIn(visit.request(), WebApp.FILE_HELPER);
    if (helper) {
      violations.add(Breach.UNUSUAL_CALL, visit, "not of the file helper");
    }
    CodeWish wish =
        helper ? new CodeWish(ClientKind.FILE_HELPER, visit.request().host()) : CodeWish.WEB;
    String ticket = visit.cookies().getOrDefault(LoginCookies.AUTH_TICKET, "");
    return call()
        .answer(
            world
                .sessions()
                .ownerOf(question.uin(), ticket)
                .flatMap(account -> world.codes().push(account, wish))
                .map(uuid -> PushLogin.Reply.of(new LoginUuid(uuid)))
                .orElse(REFUSED));
  }

  @Override
  public PushLogin.Reply unreadable() {
    return REFUSED;
  }
}
