// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.endpoint;

import dev.hongyan.protocol.BaseRequest;
import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.Headers;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.Status;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.login.LoginCookies;
import dev.hongyan.protocol.login.Logout;
import dev.hongyan.server.world.EndReason;
import dev.hongyan.server.world.Switch;
import dev.hongyan.server.world.World;
import java.util.Set;

/**
 * Ends a session; whoever asks twice, or has none, is led away as well (protocol reference 3.30).
 */
record LogoutEndpoint(World world, SessionCheck check, ServiceHosts hosts)
    implements Endpoint<Logout.Request, Logout.Reply> {

  @Override
  public Call<Logout.Request, Logout.Reply> call() {
    return Logout.CALL;
  }

  @Override
  public WebReply answer(Logout.Request question, Visit visit) {
    BaseRequest base = new BaseRequest(question.uin(), question.sid(), question.skey(), "");
    SessionEndpoint.Claim claim =
        new SessionEndpoint.Claim(base, Secret.NONE, Set.of(SessionEndpoint.Needed.SID));
    return switch (check.resolve(claim, visit)) {
      case SessionCheck.Known(Guest guest) -> {
        world.sessions().end(guest.session(), EndReason.LOGGED_OUT);
        yield farewell(guest);
      }
      case SessionCheck.Unknown _ -> led(visit, Switch.FAMILY.standard(), Headers.NONE);
    };
  }

  private WebReply farewell(Guest guest) {
    Visit visit = guest.visit();
    String home = ServiceHosts.home(guest.session(), guest.account(), visit);
    return led(visit, home, LoginCookies.ofLogout(hosts.cookies(visit, home)));
  }

  private WebReply led(Visit visit, String family, Headers cookies) {
    WebReply reply = call().answer(new Logout.Reply(Status.OK));
    Headers headers =
        reply.headers().and("Location", hosts.afterLogin(visit, family) + "/").and(cookies);
    return new WebReply(reply.status(), headers, reply.body());
  }

  @Override
  public Logout.Reply unreadable() {
    return new Logout.Reply(Status.OK);
  }
}
