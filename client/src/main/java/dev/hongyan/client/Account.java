// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client;

import dev.hongyan.client.event.Event;
import dev.hongyan.client.event.LoginEvent;
import dev.hongyan.client.event.LoginOutcome;
import dev.hongyan.client.event.SessionEnd;
import dev.hongyan.client.http.CookieJar;
import dev.hongyan.client.http.Hosts;
import dev.hongyan.client.http.Profile;
import dev.hongyan.client.identity.IdentityStore;
import dev.hongyan.client.login.Login;
import dev.hongyan.client.login.LoginChain;
import dev.hongyan.client.send.Pacer;
import dev.hongyan.client.session.Caller;
import dev.hongyan.client.session.Retry;
import dev.hongyan.client.session.SavedSessions;
import dev.hongyan.client.session.Session;
import dev.hongyan.client.store.AccountStore;
import dev.hongyan.client.store.Mailbox;
import dev.hongyan.client.store.SavedSession;
import dev.hongyan.client.sync.Receiver;
import dev.hongyan.client.watch.EventHub;
import dev.hongyan.protocol.ClientMessageId;
import dev.hongyan.protocol.RefusedException;
import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.Retcode.Policy;
import dev.hongyan.protocol.SessionEndedException;
import dev.hongyan.protocol.Status;
import dev.hongyan.protocol.login.Logout;
import dev.hongyan.protocol.sync.StatusNotify;
import dev.hongyan.time.Signal;
import dev.hongyan.time.Task;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The life of one account in this process: from a login to its end, and maybe to the next. */
final class Account implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Account.class);
  private static final Duration FOR_EVER = ChronoUnit.FOREVER.getDuration();
  private static final int TRIES = 4;

  private final Options options;
  private final Runnable closeTransport;
  private final Handlers handlers;
  private final EventHub hub;
  private final Caller caller;
  private final Retry retry;
  private final Pacer pacer;
  private final Signal ended;
  private volatile @Nullable Mailbox mailbox;
  private volatile @Nullable Online online;
  private volatile @Nullable Task leftOvers;

  Account(Options options, Runnable closeTransport) {
    this.options = options;
    this.closeTransport = closeTransport;
    this.handlers = new Handlers(options.profile().talksToOwner());
    this.hub = new EventHub(options.time());
    CookieJar cookies = new CookieJar(options.time());
    this.caller = new Caller(options.transport(), options.profile(), options.time(), cookies);
    this.retry = new Retry(options.time(), options.randomness());
    this.pacer = new Pacer(options.time(), options.pace(), options.mediaPace(), options.roomPace());
    this.ended = options.time().signal();
  }

  Profile profile() {
    return options.profile();
  }

  Handlers handlers() {
    return handlers;
  }

  EventHub hub() {
    return hub;
  }

  /**
   * The session and what works with it.
   *
   * @throws IllegalStateException if there was no login yet
   */
  Connection connection() {
    return current().connection();
  }

  private Online current() {
    Online now = online;
    if (now == null) {
      throw new IllegalStateException("not logged in: call login, restore or attach first");
    }
    return now;
  }

  LoginOutcome logIn(Consumer<? super LoginEvent> screen) throws InterruptedException {
    return begin(chain(screen).logIn());
  }

  LoginOutcome logInByCode(Consumer<? super LoginEvent> screen) throws InterruptedException {
    return begin(chain(screen).scan());
  }

  LoginOutcome restore() throws InterruptedException {
    return begin(chain(_ -> {}).restore());
  }

  private LoginChain chain(Consumer<? super LoginEvent> screen) {
    stopReceiving();
    AccountStore store = options.store();
    return new LoginChain(
        caller,
        hosts(),
        store.sessions(),
        mailbox(),
        options.time(),
        options.randomness(),
        event -> {
          hub.publish(event);
          screen.accept(event);
        });
  }

  /** As wanted, or where the account was; a server of one address takes clients of any kind. */
  private Hosts hosts() {
    return options
        .hosts()
        .or(() -> lastSaved().map(SavedSessions::hosts).filter(options.profile()::suits))
        .orElseGet(options.profile()::hosts);
  }

  private synchronized Mailbox mailbox() {
    Mailbox open = mailbox;
    if (open == null) {
      open = options.store().open();
      mailbox = open;
    }
    return open;
  }

  private LoginOutcome begin(Login login) throws InterruptedException {
    return switch (login) {
      case Login.Closed(LoginOutcome outcome) -> outcome;
      case Login.Open open -> {
        begin(open);
        yield new LoginOutcome.LoggedIn(open.session().self(), open.way());
      }
    };
  }

  private void begin(Login.Open login) throws InterruptedException {
    Session session = login.session();
    session.onEnd(this::announce);
    Connection connection = connection(session, mailbox(), mailbox().identities());
    if (session.profile().knowsContacts()) {
      sayReady(session);
    }
    connection
        .directory()
        .load(login.init(), soFar -> hub.publish(new Event.ContactsLoaded(soFar)));
    connection.identities().meet();
    Receiver receiver =
        new Receiver(
            session,
            mailbox().inbox(),
            connection.directory(),
            connection.identities(),
            message -> handlers.handle(connection.chat(message.chat()), message),
            options.time(),
            options.randomness(),
            hub::publish);
    online = new Online.Owner(connection, receiver, login.keys());
    LOG.info("session {} has begun ({})", session.id(), login.way());
  }

  private Connection connection(Session session, Mailbox mailbox, IdentityStore known) {
    return Connection.of(session, mailbox, known, hub::publish, pacer, options);
  }

  private void announce(SessionEnd end) {
    LOG.info("the session is over: {}", end);
    hub.publish(new Event.SessionEnded(end));
    ended.raise();
  }

  /** Makes the server tell which chats the phone has (protocol reference 3.7). */
  private void sayReady(Session session) throws InterruptedException {
    String now = Long.toString(options.time().millis());
    var noted =
        retry.read(
            Retry.UNTIL_AWAKE,
            () ->
                session.demand(
                    StatusNotify.CALL,
                    keys ->
                        new StatusNotify.Request(
                            keys.base(),
                            keys.passTicket(),
                            StatusNotify.READY,
                            keys.self(),
                            keys.self(),
                            new ClientMessageId(now))));
    LOG.debug("the server noted that we are ready: {}", noted.status());
  }

  /** The session of an earlier login of a client of this kind. */
  private Optional<SavedSession> saved() {
    return lastSaved().filter(session -> session.app() == options.profile().app());
  }

  private Optional<SavedSession> lastSaved() {
    return options.store().sessions().load();
  }

  LoginOutcome attach() {
    Optional<SavedSession> saved =
        saved().filter(session -> session.state() == SavedSession.State.OPEN);
    if (saved.isEmpty()) {
      return new LoginOutcome.NoSession();
    }
    Session session =
        SavedSessions.restore(
            saved.get(),
            caller,
            options.store().sessions(),
            options.randomness(),
            Session.Ownership.SHARED);
    session.onEnd(this::announce);
    // The outbox belongs to the owner: what a guest sends is kept as long as the guest lives.
    Mailbox own = AccountStore.inMemory().open();
    online = new Online.Guest(connection(session, own, options.store().identities()));
    return new LoginOutcome.LoggedIn(session.self(), LoginOutcome.Way.RESTORED);
  }

  void loadContacts() throws InterruptedException {
    connection().directory().load(soFar -> hub.publish(new Event.ContactsLoaded(soFar)));
  }

  synchronized void start() {
    switch (current()) {
      case Online.Guest _ ->
          throw new IllegalStateException("another process receives the messages of this session");
      case Online.Owner(Connection connection, Receiver receiver, var keys) -> {
        if (leftOvers == null) {
          leftOvers = options.time().start("left-overs", () -> settleLeftOvers(connection));
        }
        receiver.start(keys);
      }
    }
  }

  private static void settleLeftOvers(Connection connection) {
    try {
      connection.outbox().settleLeftOvers();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  SessionEnd awaitEnd() throws InterruptedException {
    Session session = connection().session();
    Optional<SessionEnd> end = session.ending();
    while (end.isEmpty()) {
      var ignored = ended.await(FOR_EVER);
      end = session.ending();
    }
    ended.raise(); // for whoever else waits
    return end.get();
  }

  long handlerFailures() {
    return online instanceof Online.Owner owner ? owner.receiver().handlerFailures() : 0;
  }

  void logOut() throws InterruptedException {
    Session session = connection().session();
    if (session.ending().isPresent()) {
      throw new SessionEndedException(Logout.CALL.name(), Retcode.NO_SESSION);
    }
    session.leave(() -> {
      Status left = retry.run(TRIES, () -> session.ask(Logout.CALL, Account::leaving)).status();
      Policy policy = left.ret().policy();
      if (policy != Policy.SUCCESS && policy != Policy.SESSION_OVER) {
        throw new RefusedException(Logout.CALL.name(), left.ret(), left.text());
      }
    });
  }

  private static Logout.Request leaving(Session.Keys keys) {
    return new Logout.Request(keys.base().uin(), keys.base().sid(), keys.base().skey(), false);
  }

  private void stopReceiving() {
    Task sending = leftOvers;
    if (sending != null) {
      sending.close();
      leftOvers = null;
    }
    if (online instanceof Online.Owner owner) {
      owner.receiver().close();
    }
    online = null;
  }

  @Override
  public void close() {
    Online last = online;
    stopReceiving();
    if (last instanceof Online.Owner owner) {
      owner.connection().session().save();
    }
    hub.close();
    Mailbox open = mailbox;
    if (open != null) {
      open.close();
      mailbox = null;
    }
    closeTransport.run();
  }
}
