// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import dev.hongyan.server.store.Database;
import dev.hongyan.server.store.Sql;
import dev.hongyan.time.Time;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What sessions are to hear: one growing row each, read from any place, waited for. */
public final class Mailboxes {

  private final Database database;
  private final Time time;
  private final Wakeups wakeups;
  private final Sessions sessions;
  private final Map<Long, Long> asked = new ConcurrentHashMap<>();

  Mailboxes(Database database, Time time, Wakeups wakeups, Sessions sessions) {
    this.database = database;
    this.time = time;
    this.wakeups = wakeups;
    this.sessions = sessions;
  }

  /** The place of the newest item of a session; 0 if it has none. */
  public long newest(Session session) {
    return database.read(sql -> MailTable.newest(sql, session.number()));
  }

  /** What a session has after a place, in order. */
  public MailPage page(Session session, long after, int limit) {
    return database.read(sql -> page(sql, session.number(), after, limit));
  }

  /** Where a session's page before this one began; here if it asks for one again, or first. */
  public long pageBefore(Session session, long place) {
    Long before = asked.put(session.number(), place);
    return before == null || before > place ? place : before;
  }

  /**
   * Writes down up to where the client says that it has everything. Going back is allowed: a client
   * restored from an old state gets again what it has lost.
   */
  public void acknowledge(Session session, long seq) {
    if (session.acknowledged() == seq) {
      return;
    }
    database.write(sql -> {
      SessionTable.acknowledge(sql, session.number(), seq, time.instant());
      return true;
    });
  }

  /** Whether somebody waits for mail of a session right now. */
  public boolean isAwaited(Session session) {
    return wakeups.isWaiting(session.number());
  }

  /**
   * Waits until a session has mail after a place, has ended, or the time is over. A second wait of
   * the same session takes the place of the first, which then ends with nothing.
   *
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  public News awaitNews(Session session, long after, Duration hold) throws InterruptedException {
    long start = time.nanoTime();
    try (Wakeups.Wait wait = wakeups.begin(session.number())) {
      while (true) {
        Optional<News> news = news(session, after);
        if (news.isPresent()) {
          return news.get();
        }
        Duration left = hold.minusNanos(time.nanoTime() - start);
        if (wait.isReplaced() || !left.isPositive()) {
          return new News.Nothing();
        }
        Duration look = untilNextLook(session);
        boolean raised = wait.signal().await(look.compareTo(left) < 0 ? look : left);
        if (!raised && look.compareTo(left) >= 0) {
          return news(session, after).orElseGet(News.Nothing::new);
        }
      }
    }
  }

  private Optional<News> news(Session session, long after) {
    Optional<EndReason> end = sessions.endOf(session);
    if (end.isPresent()) {
      return Optional.of(new News.Ended(end.get()));
    }
    releaseDue(session);
    return database
        .read(sql -> MailTable.topic(sql, session.number(), after))
        .map(News.Waiting::new);
  }

  /** When the wait has to look again though nobody wakes it. */
  private Duration untilNextLook(Session session) {
    Duration life = sessions.lifeLeft(session);
    Optional<Duration> due =
        database
            .read(sql -> DeferredMail.due(sql, session.number()))
            .map(at -> Duration.between(time.instant(), at));
    return due.isPresent() && due.get().compareTo(life) < 0 ? due.get() : life;
  }

  private void releaseDue(Session session) {
    Instant now = time.instant();
    Optional<Instant> due = database.read(sql -> DeferredMail.due(sql, session.number()));
    if (due.isPresent() && !now.isBefore(due.get())) {
      database.write(sql -> {
        DeferredMail.releaseDue(sql, session.number(), now);
        return true;
      });
    }
  }

  private static MailPage page(Sql sql, long session, long after, int limit) throws SQLException {
    List<MailTable.Item> found = MailTable.after(sql, session, after, limit + 1);
    boolean more = found.size() > limit;
    List<Mail> items = new ArrayList<>();
    for (MailTable.Item item : more ? found.subList(0, limit) : found) {
      items.add(open(sql, item));
    }
    long last = items.isEmpty() ? after : items.getLast().seq();
    return new MailPage(items, last, more, accounts(sql, items));
  }

  private static Mail open(Sql sql, MailTable.Item item) throws SQLException {
    long seq = item.seq();
    return switch (item.kind()) {
      case ARRIVED ->
          new Mail.Arrived(
              seq, MessageTable.find(sql, new MessageId(item.subject())).orElseThrow());
      case CHANGED -> new Mail.Changed(seq, item.chat());
      case ADDED -> new Mail.Added(seq, new AccountId(item.subject()));
      case REMOVED -> new Mail.Removed(seq, item.chat());
      case PROFILE -> new Mail.ProfileChanged(seq);
      case NOTICED ->
          new Mail.ChatsNoticed(
              seq,
              new MessageId(item.subject()),
              MailTable.notice(item),
              MailTable.chats(item),
              item.time());
    };
  }

  private static Map<AccountId, Account> accounts(Sql sql, List<Mail> items) throws SQLException {
    Map<AccountId, Account> accounts = new HashMap<>();
    for (Mail item : items) {
      for (ChatId mentioned : item.mentioned()) {
        if (mentioned instanceof AccountId id && !accounts.containsKey(id)) {
          accounts.put(id, AccountTable.get(sql, id));
        }
      }
    }
    return accounts;
  }
}
