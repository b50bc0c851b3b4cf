// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.login;

import dev.hongyan.client.event.LoginOutcome;
import dev.hongyan.client.event.LoginOutcome.Way;
import dev.hongyan.client.http.Hosts;
import dev.hongyan.client.session.Caller;
import dev.hongyan.client.session.Retry;
import dev.hongyan.client.session.Session;
import dev.hongyan.client.session.SyncKeys;
import dev.hongyan.client.store.Mailbox;
import dev.hongyan.client.store.Position;
import dev.hongyan.client.store.SessionStore;
import dev.hongyan.protocol.Credentials;
import dev.hongyan.protocol.WebWxException;
import dev.hongyan.protocol.login.LoginPage;
import dev.hongyan.protocol.login.Logout;
import dev.hongyan.protocol.login.RedirectUri;
import dev.hongyan.protocol.sync.Init;
import dev.hongyan.time.Randomness;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns a confirmed login into a session: login page, then init (protocol reference 3.4, 3.6). */
record Opening(
    Caller caller, SessionStore sessions, Mailbox mailbox, Randomness randomness, Retry retry) {

  /** The web client tries the login page four times in all, init twice. */
  private static final int TRIES = 4;

  private static final Logger LOG = LoggerFactory.getLogger(Opening.class);

  private static final int SESSION_ID_DIGITS = 18;

  Login open(RedirectUri uri, Hosts before, Way way) throws InterruptedException {
    Hosts hosts = before.redirected(uri);
    LoginPage.Request visit = new LoginPage.Request(uri.query());
    LoginPage.Reply page = retry.run(TRIES, () -> caller.ask(LoginPage.CALL, visit, hosts));
    return page.ret().isOk()
        ? begin(page.credentials(), hosts, way)
        : new Login.Closed(new LoginOutcome.Refused(page.ret(), page.message()));
  }

  private Login begin(Credentials credentials, Hosts hosts, Way way) throws InterruptedException {
    Session session =
        new Session(
            randomness.digits(SESSION_ID_DIGITS),
            caller,
            hosts,
            sessions,
            randomness,
            Session.Ownership.OWNED,
            credentials);
    Init.Reply init =
        retry.run(
            TRIES,
            () -> session.ask(Init.CALL, keys -> new Init.Request(keys.base(), keys.passTicket())));
    if (!init.status().isOk()) {
      return new Login.Closed(new LoginOutcome.Refused(init.status().ret(), init.status().text()));
    }
    if (!mailbox.claim(credentials.uin())) {
      leave(session);
      return new Login.Closed(new LoginOutcome.OtherAccount());
    }
    SyncKeys keys = new SyncKeys(init.syncKey(), init.syncKey());
    session.introduce(init.self());
    session.renew(init.skey());
    session.save();
    mailbox.inbox().start(new Position(session.id(), keys.text()));
    return new Login.Open(session, init, keys, way);
  }

  /** Nobody will use this session: better gone than open unseen. */
  private static void leave(Session session) throws InterruptedException {
    try {
      var answer =
          session.ask(
              Logout.CALL,
              keys ->
                  new Logout.Request(
                      keys.base().uin(), keys.base().sid(), keys.base().skey(), false));
      LOG.info("logged the other account out again: {}", answer.status());
    } catch (WebWxException e) {
      LOG.info("the other account's session stays open: {}", e.getMessage());
    }
  }
}
