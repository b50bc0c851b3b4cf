// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import dev.hongyan.time.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * One login code: what may happen to it in which state (protocol reference 3.3). All but {@link
 * #opening} is guarded by the lock of its {@link LoginCodes}.
 */
final class LoginCode {

  /** From being given out to the scan and the confirmation; and from there to the session. */
  static final Duration LIFE = Duration.ofMinutes(5);

  /** How long a used ticket opens the same session again: clients repeat lost requests (3.0). */
  static final Duration RETRY = Duration.ofSeconds(60);

  /** How long it stays known after its end, so that a late tap on the phone is told why. */
  private static final Duration REMEMBERED = Duration.ofMinutes(5);

  /** Polls of one code that are held at once; more than one means a client that lost its way. */
  private static final int POLLS = 8;

  private enum State {
    NEW,
    SCANNED,
    CONFIRMED,
    USED,
    CANCELLED
  }

  final String uuid;
  final String source;
  final Instant created;
  final CodeWish wish;

  /** Held while a session is opened with its ticket; taken before the lock of all codes. */
  final ReentrantLock opening = new ReentrantLock();

  private final boolean push;
  private final Deque<Signal> polls = new ArrayDeque<>();
  private final Set<Boolean> told = new HashSet<>();
  private State state = State.NEW;
  private Instant deadline;
  private Instant scanned;
  private Optional<Account> account;
  private String ticket = "";
  private long session;

  LoginCode(String uuid, String source, CodeWish wish, Instant now, Optional<Account> pushedTo) {
    this.uuid = uuid;
    this.source = source;
    this.wish = wish;
    created = now;
    scanned = now;
    deadline = now.plus(LIFE);
    account = pushedTo;
    push = pushedTo.isPresent();
  }

  boolean isOver(Instant now) {
    return !now.isBefore(deadline);
  }

  /** Whether nobody can want anything of it any more. */
  boolean isForgotten(Instant now) {
    return isOver(state == State.USED ? now : now.minus(REMEMBERED));
  }

  boolean isWaiting(Instant now) {
    return !isOver(now)
        && (state == State.NEW || state == State.SCANNED || state == State.CONFIRMED);
  }

  WaitingCode seen(Instant now) {
    return new WaitingCode(
        uuid,
        WaitingCode.State.valueOf(state.name()),
        wish.kind(),
        account.map(Account::name),
        Duration.between(created, now));
  }

  void scan(Account by, Instant now) {
    boolean again = state == State.SCANNED && account.filter(by::equals).isPresent();
    if (again) {
      return;
    }
    require(now, !push && state == State.NEW, "scanned");
    state = State.SCANNED;
    account = Optional.of(by);
    scanned = now;
    wake();
  }

  void confirm(String newTicket, Instant now) {
    require(now, state == State.SCANNED || (push && state == State.NEW), "confirmed");
    state = State.CONFIRMED;
    ticket = newTicket;
    deadline = now.plus(LIFE);
    if (push) {
      scanned = now;
    }
    wake();
  }

  void cancel(Instant now) {
    require(now, state == State.SCANNED || (push && state == State.NEW), "cancelled");
    state = State.CANCELLED;
    wake();
  }

  /**
   * What a phone does by itself by now, if this code is one for it.
   *
   * @param others those whose phones scan by themselves
   * @param newTicket for a confirmation
   */
  void follow(List<Account> others, Supplier<String> newTicket, Instant now) {
    if (!push && state == State.NEW) {
      others.stream()
          .filter(other -> !now.isBefore(created.plus(scanAge(other))))
          .findFirst()
          .ifPresent(other -> scan(other, now));
    }
    Optional<Instant> due = deedDue();
    if (due.isPresent() && !now.isBefore(due.get()) && !isOver(now)) {
      switch (script().then().orElseThrow()) {
        case CONFIRM -> confirm(newTicket.get(), now);
        case CANCEL -> cancel(now);
        case EXPIRE -> deadline = now;
      }
    }
  }

  /** How long until a phone does something by itself; as long as it lives if none does. */
  Duration untilDeed(List<Account> others, Instant now) {
    Instant scan =
        !push && state == State.NEW
            ? others.stream()
                .map(other -> created.plus(scanAge(other)))
                .min(Instant::compareTo)
                .orElse(deadline)
            : deedDue().orElse(deadline);
    return Duration.between(now, scan.isBefore(deadline) ? scan : deadline);
  }

  private static Duration scanAge(Account other) {
    return other.switches().of(Switch.POLL_OUTCOME).scan().orElse(LIFE);
  }

  private Optional<Instant> deedDue() {
    boolean open = state == State.SCANNED || (push && state == State.NEW);
    return open && script().then().isPresent()
        ? Optional.of(scanned.plus(script().after()))
        : Optional.empty();
  }

  private PhoneScript script() {
    return account.map(who -> who.switches().of(Switch.POLL_OUTCOME)).orElse(PhoneScript.BY_HAND);
  }

  /** What a poll is to be told at once; nothing if it is to wait. */
  Optional<PollOutcome> tell(boolean first, Instant now) {
    if (isOver(now)) {
      return Optional.of(new PollOutcome.Expired());
    }
    return switch (state) {
      case NEW -> Optional.empty();
      case SCANNED -> told.add(first) ? account.map(PollOutcome.Scanned::new) : Optional.empty();
      case CONFIRMED -> account.map(who -> new PollOutcome.Confirmed(who, wish, ticket, scanned));
      case CANCELLED -> {
        deadline = now;
        yield Optional.of(new PollOutcome.Cancelled());
      }
      case USED -> Optional.of(new PollOutcome.Expired());
    };
  }

  /** Whose login this ticket confirms. */
  Optional<Account> confirmedBy(String offered, Instant now) {
    boolean good = !isOver(now) && state == State.CONFIRMED && Secret.same(ticket, offered);
    return good ? account : Optional.empty();
  }

  /** The session that this ticket has opened already. */
  Optional<Long> openedBy(String offered, Instant now) {
    boolean good = !isOver(now) && state == State.USED && Secret.same(ticket, offered);
    return good ? Optional.of(session) : Optional.empty();
  }

  void use(long opened, Instant now) {
    state = State.USED;
    session = opened;
    deadline = now.plus(RETRY);
    wake();
  }

  Duration lifeLeft(Instant now) {
    return Duration.between(now, deadline);
  }

  /** Holds one more poll; the one that has been held longest goes if there are too many. */
  void hold(Signal poll) {
    if (polls.contains(poll)) {
      return;
    }
    if (polls.size() >= POLLS) {
      polls.removeFirst().raise();
    }
    polls.addLast(poll);
  }

  boolean holds(Signal poll) {
    return polls.contains(poll);
  }

  void release(Signal poll) {
    polls.remove(poll);
  }

  void wake() {
    polls.forEach(Signal::raise);
  }

  private void require(Instant now, boolean possible, String what) {
    if (isOver(now)) {
      throw WorldException.conflict("the code has expired");
    }
    if (!possible) {
      throw WorldException.conflict("the code cannot be " + what + " now");
    }
  }
}
