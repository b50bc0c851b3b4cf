// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.login;

import dev.hongyan.client.event.LoginEvent;
import dev.hongyan.client.event.LoginOutcome;
import dev.hongyan.client.http.Hosts;
import dev.hongyan.client.session.Caller;
import dev.hongyan.client.session.Retry;
import dev.hongyan.client.session.SavedSessions;
import dev.hongyan.client.session.Session;
import dev.hongyan.client.session.SyncKeys;
import dev.hongyan.client.store.Mailbox;
import dev.hongyan.client.store.Position;
import dev.hongyan.client.store.SavedSession;
import dev.hongyan.client.store.SessionStore;
import dev.hongyan.protocol.Status;
import dev.hongyan.protocol.sync.Init;
import dev.hongyan.time.Randomness;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Goes on with the saved session (protocol reference 2.8). It syncs with its own stored keys:
 * init's would skip what came meanwhile.
 */
record RestoreLink(
    Caller caller,
    Hosts hosts,
    SessionStore sessions,
    Mailbox mailbox,
    Randomness randomness,
    Retry retry,
    Consumer<LoginEvent> events)
    implements LoginLink {

  @Override
  public Optional<Login> attempt() throws InterruptedException {
    Optional<SavedSession> saved =
        sessions
            .load()
            .filter(session -> session.state() == SavedSession.State.OPEN)
            .filter(session -> SavedSessions.isFor(session, caller.profile(), hosts));
    return saved.isPresent() ? attempt(saved.get()) : Optional.empty();
  }

  private Optional<Login> attempt(SavedSession saved) throws InterruptedException {
    Session session =
        SavedSessions.restore(saved, caller, sessions, randomness, Session.Ownership.OWNED);
    Init.Reply init =
        retry.run(
            Retry.UNTIL_AWAKE,
            () -> session.ask(Init.CALL, keys -> new Init.Request(keys.base(), keys.passTicket())));
    Status status = init.status();
    return switch (status.policy()) {
      case SUCCESS ->
          Optional.of(
              mailbox.claim(saved.credentials().uin())
                  ? goOn(session, init)
                  : new Login.Closed(new LoginOutcome.OtherAccount()));
      case SESSION_OVER -> over(saved);
      case LOGIN_REFUSED, THROTTLED, TARGET_PROBLEM, CALL_FAILED ->
          Optional.of(new Login.Closed(new LoginOutcome.Refused(status.ret(), status.text())));
    };
  }

  private Login goOn(Session session, Init.Reply init) {
    session.introduce(init.self());
    session.renew(init.skey());
    session.save();
    SyncKeys keys = storedKeys(session).orElseGet(() -> adopted(session, init));
    return new Login.Open(session, init, keys, LoginOutcome.Way.RESTORED);
  }

  private Optional<SyncKeys> storedKeys(Session session) {
    return mailbox
        .inbox()
        .position()
        .filter(position -> position.session().equals(session.id()))
        .flatMap(position -> SyncKeys.parse(position.keys()));
  }

  /** The process ended between saving the session and its first position. */
  private SyncKeys adopted(Session session, Init.Reply init) {
    SyncKeys keys = new SyncKeys(init.syncKey(), init.syncKey());
    mailbox.inbox().start(new Position(session.id(), keys.text()));
    return keys;
  }

  private Optional<Login> over(SavedSession saved) {
    sessions.save(saved.ended());
    events.accept(new LoginEvent.WayClosed(LoginOutcome.Way.RESTORED));
    return Optional.empty();
  }
}
