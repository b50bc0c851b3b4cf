// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.login;

import dev.hongyan.client.event.LoginEvent;
import dev.hongyan.client.event.LoginOutcome;
import dev.hongyan.client.http.Hosts;
import dev.hongyan.client.session.Caller;
import dev.hongyan.client.session.Retry;
import dev.hongyan.client.store.Mailbox;
import dev.hongyan.client.store.SessionStore;
import dev.hongyan.time.Randomness;
import dev.hongyan.time.Time;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The ways to log in, in the order in which they trouble a person least. */
public final class LoginChain {

  private final LoginLink restore;
  private final LoginLink push;
  private final LoginLink scan;

  /**
   * A chain.
   *
   * @param hosts where a new login begins
   */
  public LoginChain(
      Caller caller,
      Hosts hosts,
      SessionStore sessions,
      Mailbox mailbox,
      Time time,
      Randomness randomness,
      Consumer<LoginEvent> events) {
    Retry retry = new Retry(time, randomness);
    Opening opening = new Opening(caller, sessions, mailbox, randomness, retry);
    Confirmation confirmation = new Confirmation(caller, retry, events);
    this.restore = new RestoreLink(caller, hosts, sessions, mailbox, randomness, retry, events);
    this.push = new PushLink(caller, hosts, sessions, retry, confirmation, opening, events);
    this.scan = new ScanLink(hosts, confirmation, opening);
  }

  /** Restores the saved session, or asks the phone, or shows a code. */
  public Login logIn() throws InterruptedException {
    return first(List.of(restore, push, scan));
  }

  /** Shows a code, whatever is saved. */
  public Login scan() throws InterruptedException {
    return first(List.of(scan));
  }

  /** Restores the saved session or gives up. */
  public Login restore() throws InterruptedException {
    return first(List.of(restore));
  }

  private static Login first(List<LoginLink> links) throws InterruptedException {
    for (LoginLink link : links) {
      Optional<Login> login = link.attempt();
      if (login.isPresent()) {
        return login.get();
      }
    }
    return new Login.Closed(new LoginOutcome.NoSession());
  }
}
