// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import dev.hongyan.time.Randomness;
import dev.hongyan.time.Signal;
import dev.hongyan.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The login codes now known, from the QR picture to the session. They live for minutes and in
 * memory only: after a restart a poll hears "expired" and its client shows a new code, which is
 * what it has to be able to do anyway. Safe for use by many threads.
 */
public final class LoginCodes {

  /** Codes that one source address may have waiting (protocol reference, Appendix D). */
  public static final int PER_SOURCE = 20;

  /** Codes altogether: more people than would ever scan at once. */
  private static final int MOST = 4096;

  private static final String URL_SAFE =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  private final Time time;
  private final Randomness randomness;
  private final Accounts accounts;
  private final Sessions sessions;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, LoginCode> codes = new LinkedHashMap<>();

  LoginCodes(Time time, Randomness randomness, Accounts accounts, Sessions sessions) {
    this.time = time;
    this.randomness = randomness;
    this.accounts = accounts;
    this.sessions = sessions;
  }

  /**
   * Gives out a new code.
   *
   * @param source the address that asks for it
   * @return its uuid; nothing if this address has too many waiting
   */
  public Optional<String> create(String source) {
    return create(source, CodeWish.WEB);
  }

  /** Gives out a new code for a session of some kind; otherwise as above. */
  public Optional<String> create(String source, CodeWish wish) {
    return create(source, wish, Optional.empty());
  }

  /** Asks an account's phone to confirm a login without a scan; otherwise as above. */
  public Optional<String> push(Account account, CodeWish wish) {
    return create("push " + account.name(), wish, Optional.of(account));
  }

  private Optional<String> create(String source, CodeWish wish, Optional<Account> pushedTo) {
    return locked(() -> {
      Instant now = time.instant();
      boolean full = codes.size() >= MOST && !makeRoom(now);
      if (full || waitingOf(source, now) >= PER_SOURCE) {
        return Optional.empty();
      }
      String uuid = randomness.letters(10, URL_SAFE) + "==";
      codes.put(uuid, new LoginCode(uuid, source, wish, now, pushedTo));
      return Optional.of(uuid);
    });
  }

  private long waitingOf(String source, Instant now) {
    return codes.values().stream()
        .filter(code -> code.source.equals(source) && code.isWaiting(now))
        .count();
  }

  /** Lets go of codes that nobody needs, or else of half of those that are only remembered. */
  private boolean makeRoom(Instant now) {
    codes.values().removeIf(code -> code.isForgotten(now));
    if (codes.size() >= MOST) {
      List<String> idle =
          codes.values().stream().filter(code -> !code.isWaiting(now)).map(c -> c.uuid).toList();
      idle.subList(0, (idle.size() + 1) / 2).forEach(codes::remove);
    }
    return codes.size() < MOST;
  }

  /** Whether this code was given out and is not over: whether there is a picture of it. */
  public boolean isKnown(String uuid) {
    return locked(() -> known(uuid).filter(code -> !code.isOver(time.instant())).isPresent());
  }

  /** Whether this code was given out not long ago, over or not. */
  public boolean wasGiven(String uuid) {
    return locked(() -> codes.containsKey(uuid));
  }

  /** Whether this code was given out, not long ago, for sessions of this kind. */
  public boolean isFor(String uuid, ClientKind kind) {
    return locked(() -> known(uuid).filter(code -> code.wish.kind() == kind).isPresent());
  }

  /** The codes that somebody could act on, oldest first. */
  public List<WaitingCode> waiting() {
    return locked(() -> {
      Instant now = time.instant();
      return codes.values().stream()
          .filter(code -> code.isWaiting(now))
          .map(code -> code.seen(now))
          .toList();
    });
  }

  /**
   * An account's phone scans a code.
   *
   * @throws WorldException if there is no such code or account, or the code is not new
   */
  public void scan(String uuid, String account) {
    Account by =
        accounts
            .named(account)
            .filter(found -> found.kind() == AccountKind.PERSON)
            .orElseThrow(() -> WorldException.unknown("no such account: " + account));
    change(uuid, code -> code.scan(by, time.instant()));
  }

  /**
   * The phone that has scanned a code, or was asked by it, says yes.
   *
   * @throws WorldException if there is no such code, or it waits for nothing
   */
  public void confirm(String uuid) {
    String ticket = ticket();
    change(uuid, code -> code.confirm(ticket, time.instant()));
  }

  private String ticket() {
    return randomness.letters(24, URL_SAFE) + "@qrticket_0";
  }

  /**
   * The phone that has scanned a code, or was asked by it, says no.
   *
   * @throws WorldException if there is no such code, or it waits for nothing
   */
  public void cancel(String uuid) {
    change(uuid, code -> code.cancel(time.instant()));
  }

  private void change(String uuid, Consumer<LoginCode> change) {
    locked(() -> {
      change.accept(known(uuid).orElseThrow(() -> WorldException.unknown("no such code")));
      return true;
    });
  }

  /**
   * Waits for something to happen to a code.
   *
   * @param first whether this poll asks for the scan ({@code tip=1}); each kind is told of it once
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  public PollOutcome poll(String uuid, boolean first, Duration hold) throws InterruptedException {
    Signal signal = time.signal();
    long start = time.nanoTime();
    boolean held = false;
    try {
      while (true) {
        Look look = look(uuid, first, signal, held);
        Duration left = hold.minusNanos(time.nanoTime() - start);
        if (look.outcome.isPresent()) {
          return look.outcome.get();
        }
        if (!left.isPositive()) {
          return new PollOutcome.Nothing();
        }
        held = true;
        signal.await(look.life.compareTo(left) < 0 ? look.life : left);
      }
    } finally {
      release(uuid, signal);
    }
  }

  /**
   * What a poll sees.
   *
   * @param life how long until the code is over or a phone does something by itself; how long to
   *     wait at most if there is no outcome
   */
  private record Look(Optional<PollOutcome> outcome, Duration life) {}

  private Look look(String uuid, boolean first, Signal signal, boolean held) {
    List<Account> scripted = accounts.actingByThemselves();
    return locked(() -> {
      Instant now = time.instant();
      Optional<LoginCode> code = known(uuid);
      if (code.isEmpty()) {
        return new Look(Optional.of(new PollOutcome.Expired()), Duration.ZERO);
      }
      code.get().follow(scripted, this::ticket, now);
      Optional<PollOutcome> outcome = code.get().tell(first, now);
      if (outcome.isEmpty() && held && !code.get().holds(signal)) {
        return new Look(Optional.of(new PollOutcome.Nothing()), Duration.ZERO);
      }
      if (outcome.isEmpty()) {
        code.get().hold(signal);
      }
      return new Look(outcome, code.get().untilDeed(scripted, now));
    });
  }

  private void release(String uuid, Signal signal) {
    locked(() -> {
      known(uuid).ifPresent(code -> code.release(signal));
      return true;
    });
  }

  /**
   * Opens the session that a confirmed code promises. The same ticket opens the same session again
   * for a minute; two at once open one.
   *
   * @param desktop whether the client shows itself as the desktop profile (2.6)
   */
  public LoginResult redeem(String uuid, String ticket, boolean desktop) {
    Optional<LoginCode> code = locked(() -> known(uuid));
    if (code.isEmpty()) {
      return new LoginResult.WrongTicket();
    }
    // Opening a session waits for the disk: only those with the same ticket wait for it as well.
    code.get().opening.lock();
    try {
      return redeem(code.get(), ticket, desktop);
    } finally {
      code.get().opening.unlock();
    }
  }

  private LoginResult redeem(LoginCode code, String ticket, boolean desktop) {
    Optional<Long> opened = locked(() -> code.openedBy(ticket, time.instant()));
    if (opened.isPresent()) {
      return again(opened.get());
    }
    return locked(() -> code.confirmedBy(ticket, time.instant()))
        .map(account -> open(code, account.id(), desktop))
        .orElseGet(LoginResult.WrongTicket::new);
  }

  private LoginResult again(long session) {
    return sessions
        .numbered(session)
        .filter(Session::isLive)
        .<LoginResult>map(LoginResult.LoggedIn::new)
        .orElseGet(LoginResult.WrongTicket::new);
  }

  private LoginResult open(LoginCode code, AccountId id, boolean desktop) {
    Account account = accounts.account(id);
    LoginOutcome rule = account.switches().of(Switch.LOGIN_OUTCOME);
    ClientKind kind = code.wish.kind();
    if (rule.refuses(desktop || kind == ClientKind.FILE_HELPER)) {
      return new LoginResult.Refused(account, rule.ret());
    }
    Session session = sessions.begin(id, kind);
    locked(() -> {
      code.use(session.number(), time.instant());
      return true;
    });
    return new LoginResult.LoggedIn(session);
  }

  void clear() {
    locked(() -> {
      codes.values().forEach(LoginCode::wake);
      codes.clear();
      return true;
    });
  }

  private Optional<LoginCode> known(String uuid) {
    return Optional.ofNullable(codes.get(uuid));
  }

  private <T> T locked(Supplier<T> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }
}
