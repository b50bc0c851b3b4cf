// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import dev.hongyan.server.store.Database;
import dev.hongyan.server.store.Sql;
import dev.hongyan.time.Randomness;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Logins of accounts to the web: at most one at a time each, kept through restarts, remembered for
 * a day after they end.
 */
public final class Sessions {

  /** How long a session that is over is told apart from one that never was (Appendix D). */
  public static final Duration REMEMBERED = Duration.ofDays(1);

  /** Tickets for push login that an account keeps: browsers on as many machines. */
  private static final int AUTH_TICKETS = 10;

  /** What a client calls itself is cut after this. */
  private static final int CLIENT_NAME = 120;

  private final Database database;
  private final InstantSource time;
  private final Randomness randomness;
  private final Wakeups wakeups;
  private final Map<Long, Presence> present = new ConcurrentHashMap<>();

  Sessions(Database database, InstantSource time, Randomness randomness, Wakeups wakeups) {
    this.database = database;
    this.time = time;
    this.randomness = randomness;
    this.wakeups = wakeups;
  }

  /** In memory only: writing it down with every call would cost more than the call. */
  private record Presence(Instant lastCall, String client) {}

  /** The session of this sid, live or over for less than a day. */
  public Optional<Session> find(String sid) {
    return asOfNow(database.read(sql -> aged(sql, SessionTable.find(sql, sid))));
  }

  /** A session, and whose it is. */
  public record Owned(Session session, Account account) {}

  /** The same with whose it is: nearly every call asks for both, and this is one look. */
  public Optional<Owned> owned(String sid) {
    Optional<Aged> found = database.read(sql -> aged(sql, SessionTable.find(sql, sid)));
    Optional<Account> owner = found.flatMap(Aged::owner);
    return asOfNow(found).flatMap(session -> owner.map(account -> new Owned(session, account)));
  }

  /** The session with this data ticket, live or over for less than a day. */
  public Optional<Session> withDataTicket(String ticket) {
    return asOfNow(database.read(sql -> aged(sql, SessionTable.withDataTicket(sql, ticket))));
  }

  /** The session of this number, live or over for less than a day. */
  public Optional<Session> numbered(long number) {
    return asOfNow(database.read(sql -> aged(sql, SessionTable.numbered(sql, number))));
  }

  /** The web session of an account, if it has one. */
  public Optional<Session> live(AccountId account) {
    return asOfNow(database.read(sql -> aged(sql, SessionTable.live(sql, account))))
        .filter(Session::isLive);
  }

  /** All that go on, in the order in which they began. */
  public List<LiveSession> live() {
    List<LiveSession> live = new ArrayList<>();
    for (Session found : database.read(SessionTable::live)) {
      Optional<Session> session = numbered(found.number()).filter(Session::isLive);
      session.ifPresent(s -> live.add(seen(s)));
    }
    return live;
  }

  /** Why a session is over, if it is by now. */
  public Optional<EndReason> endOf(Session session) {
    Optional<Session> now = numbered(session.number());
    return now.isPresent() ? now.get().end() : Optional.of(EndReason.EXPIRED);
  }

  /** How long a session may go on. */
  public Duration lifeLeft(Session session) {
    Duration life = account(session).switches().of(Switch.SESSION_END).after();
    return Duration.between(time.instant(), session.created().plus(life));
  }

  /** The client of a session was heard of. */
  public void heardOf(Session session, String client) {
    String name = client.length() > CLIENT_NAME ? client.substring(0, CLIENT_NAME) : client;
    present.put(session.number(), new Presence(time.instant(), name));
  }

  /** Ends a session, if it is not over; whoever waits for it is told. */
  public void end(Session session, EndReason reason) {
    database.write(sql -> end(sql, session.number(), reason));
  }

  /** Ends the session of an account, and says whether it had one. */
  public boolean end(AccountId account, EndReason reason) {
    return database.write(sql -> {
      Optional<Long> number = SessionTable.liveNumber(sql, account);
      return number.isPresent() && end(sql, number.get(), reason);
    });
  }

  /** Renews the key of an account's session, and says whether it has one. */
  public boolean renewKey(AccountId account) {
    return database.write(sql -> {
      Optional<Long> number = SessionTable.liveNumber(sql, account);
      if (number.isPresent()) {
        renewKey(sql, number.get());
      }
      return number.isPresent();
    });
  }

  /**
   * The key that a session's client is to use from now on, if that is another than the one it came
   * with. A key that has grown too old is renewed here; not before its client uses it, or a client
   * that does not care for new keys would be shut out by the second.
   *
   * @param used the key that its client came with
   */
  public Optional<String> newKey(Session session, String used) {
    if (!Secret.same(used, session.secrets().skey())) {
      return Optional.of(session.secrets().skey());
    }
    if (!isKeyOld(session)) {
      return Optional.empty();
    }
    return database.write(sql -> {
      Optional<Session> now = SessionTable.numbered(sql, session.number());
      String current = now.map(found -> found.secrets().skey()).orElse(used);
      return Optional.of(Secret.same(used, current) ? renewKey(sql, session.number()) : current);
    });
  }

  private boolean isKeyOld(Session session) {
    KeyLife life = account(session).switches().of(Switch.SKEY_RENEWAL);
    return !life.equals(KeyLife.ENDLESS)
        && database
            .read(sql -> SessionTable.keyDrawn(sql, session.number()))
            .filter(drawn -> !time.instant().isBefore(drawn.plus(life.time())))
            .isPresent();
  }

  private String renewKey(Sql sql, long number) throws SQLException {
    String skey = NewSession.drawKey(randomness);
    SessionTable.renewKey(sql, number, skey, time.instant());
    return skey;
  }

  /** Whose the ticket for push login is, if it is that of the account with this uin. */
  public Optional<Account> ownerOf(long uin, String authTicket) {
    return database.read(sql -> {
      Optional<Account> account = AccountTable.withUin(sql, uin);
      boolean known =
          account.isPresent()
              && SessionTable.authTickets(sql, account.get().id()).stream()
                  .anyMatch(ticket -> Secret.same(ticket, authTicket));
      return known ? account : Optional.empty();
    });
  }

  /** Begins a session; the one before ends, of whatever kind it was. */
  Session begin(AccountId account, ClientKind kind) {
    NewSession drawn = NewSession.draw(randomness);
    Instant now = time.instant();
    return database.write(sql -> {
      // Mail lasts as long as its session is known: a call may be under way when the session ends,
      // and its sync key must still be judged by what there was.
      MailTable.deleteEndedBefore(sql, now.minus(REMEMBERED));
      SessionTable.forgetEndedBefore(sql, now.minus(REMEMBERED));
      Optional<Long> before = SessionTable.liveNumber(sql, account);
      if (before.isPresent()) {
        end(sql, before.get(), EndReason.REPLACED);
      }
      SessionTable.keepAuthTicket(sql, account, drawn.secrets().authTicket(), now);
      SessionTable.thinAuthTickets(sql, account, AUTH_TICKETS);
      long number = SessionTable.insert(sql, account, kind, drawn, now);
      return SessionTable.numbered(sql, number).orElseThrow();
    });
  }

  boolean end(Sql sql, long number, EndReason reason) throws SQLException {
    boolean ended = SessionTable.end(sql, number, reason, time.instant());
    if (ended) {
      sql.afterCommit(() -> {
        present.remove(number);
        wakeups.raise(number);
      });
    }
    return ended;
  }

  /**
   * A session, and when it ends by itself: what one look has to find.
   *
   * @param owner none in a world after a reset: the session is left, but not the account
   */
  private record Aged(Session session, Optional<Account> owner) {

    SessionEnd rule() {
      return owner.map(Account::switches).orElse(Switches.STANDARD).of(Switch.SESSION_END);
    }

    Instant deadline() {
      return session.created().plus(rule().after());
    }
  }

  private static Optional<Aged> aged(Sql sql, Optional<Session> found) throws SQLException {
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(new Aged(found.get(), AccountTable.find(sql, found.get().account())));
  }

  /** The session as it is now: one that has grown too old ends here. */
  private Optional<Session> asOfNow(Optional<Aged> found) {
    Instant now = time.instant();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Session session = found.get().session();
    if (session.isLive() && !now.isBefore(found.get().deadline())) {
      end(session, found.get().rule().reason());
      return database.read(sql -> SessionTable.numbered(sql, session.number()));
    }
    boolean forgotten =
        session.ended().filter(at -> at.isBefore(now.minus(REMEMBERED))).isPresent();
    return forgotten ? Optional.empty() : Optional.of(session);
  }

  private LiveSession seen(Session session) {
    Presence presence =
        present.getOrDefault(session.number(), new Presence(session.lastCall(), ""));
    return new LiveSession(
        session,
        account(session),
        presence.lastCall(),
        wakeups.isWaiting(session.number()),
        presence.client());
  }

  private Account account(Session session) {
    return database.read(sql -> AccountTable.get(sql, session.account()));
  }
}
