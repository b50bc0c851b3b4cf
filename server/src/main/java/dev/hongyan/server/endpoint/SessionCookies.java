// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.endpoint;

import dev.hongyan.protocol.Credentials;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.login.LoginCookies;
import dev.hongyan.server.world.Account;
import dev.hongyan.server.world.Secrets;
import dev.hongyan.server.world.Session;

/** A session as its client keeps it. */
final class SessionCookies {

  private SessionCookies() {}

  static LoginCookies of(Session session, Account account, ServiceHosts hosts, Visit visit) {
    Secrets secrets = session.secrets();
    return new LoginCookies(
        new Credentials(
            account.uin(),
            new Secret(secrets.sid()),
            new Secret(secrets.skey()),
            PassTickets.inPage(secrets.passTicket())),
        new Secret(secrets.dataTicket()),
        new Secret(secrets.uvid()),
        new Secret(secrets.authTicket()),
        LoginPollEndpoint.language(account),
        hosts.cookies(visit, ServiceHosts.home(session, account, visit)));
  }
}
