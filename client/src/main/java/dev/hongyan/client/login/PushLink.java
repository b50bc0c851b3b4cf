// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.login;

import dev.hongyan.client.event.LoginEvent;
import dev.hongyan.client.event.LoginOutcome;
import dev.hongyan.client.http.Hosts;
import dev.hongyan.client.session.Caller;
import dev.hongyan.client.session.Retry;
import dev.hongyan.client.session.SavedSessions;
import dev.hongyan.client.store.SavedSession;
import dev.hongyan.client.store.SessionStore;
import dev.hongyan.protocol.MalformedReplyException;
import dev.hongyan.protocol.TransportException;
import dev.hongyan.protocol.login.LoginMachine;
import dev.hongyan.protocol.login.LoginStep;
import dev.hongyan.protocol.login.PushLogin;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the phone of an earlier login to confirm, without a scan (protocol reference 2.7). */
record PushLink(
    Caller caller,
    Hosts hosts,
    SessionStore sessions,
    Retry retry,
    Confirmation confirmation,
    Opening opening,
    Consumer<LoginEvent> events)
    implements LoginLink {

  private static final Logger LOG = LoggerFactory.getLogger(PushLink.class);
  private static final int TRIES = 2;

  @Override
  public Optional<Login> attempt() throws InterruptedException {
    if (!caller.profile().asksPhone()) {
      return Optional.empty();
    }
    Optional<SavedSession> saved =
        sessions.load().filter(session -> SavedSessions.isFor(session, caller.profile(), hosts));
    return saved.isPresent() ? attempt(saved.get()) : Optional.empty();
  }

  private Optional<Login> attempt(SavedSession saved) throws InterruptedException {
    Hosts its = SavedSessions.hosts(saved);
    caller.cookies().replaceBy(saved.cookies());
    Optional<PushLogin.Reply> asked = ask(new PushLogin.Request(saved.credentials().uin()), its);
    if (asked.isEmpty() || !asked.get().isOk()) {
      return closed();
    }
    events.accept(new LoginEvent.PhoneAsked(asked.get().uuid()));
    LoginStep first = LoginMachine.PUSH.poll(asked.get().uuid());
    return switch (confirmation.run(LoginMachine.PUSH, first, its)) {
      case Confirmation.Result.Confirmed(var uri) ->
          Optional.of(opening.open(uri, its, LoginOutcome.Way.PUSHED));
      case Confirmation.Result.Stopped(var reason) -> after(reason);
    };
  }

  /** A convenience that fails must not stand in the way of a code. */
  private Optional<PushLogin.Reply> ask(PushLogin.Request question, Hosts hosts)
      throws InterruptedException {
    try {
      return Optional.of(retry.run(TRIES, () -> caller.ask(PushLogin.CALL, question, hosts)));
    } catch (TransportException | MalformedReplyException e) {
      LOG.info("the phone could not be asked, a code will do: {}", e.getMessage());
      return Optional.empty();
    }
  }

  private Optional<Login> after(LoginStep.Reason reason) {
    return switch (reason) {
      case CANCELLED -> Optional.of(new Login.Closed(new LoginOutcome.Cancelled()));
      case EXPIRED, NO_CODE -> closed();
    };
  }

  private Optional<Login> closed() {
    events.accept(new LoginEvent.WayClosed(LoginOutcome.Way.PUSHED));
    return Optional.empty();
  }
}
