// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import dev.hongyan.protocol.message.Fact;
import dev.hongyan.server.store.Database;
import dev.hongyan.server.store.Sql;
import dev.hongyan.time.Time;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Sending, and what is on whose phone. */
public final class Messages {

  /** Characters in a text; the sources name no limit (protocol reference, Appendix D). */
  public static final int TEXT_LIMIT = 16_384;

  /** How long a client message id stands for its message (3.0). */
  public static final Duration REMEMBERED = Duration.ofMinutes(10);

  private final Database database;
  private final Time time;
  private final MessageIds ids;
  private final Post post;
  private final Notes notes;
  private final Throttle throttle;
  private final Violations violations;
  private final Watchers watchers;

  Messages(
      Database database,
      Time time,
      MessageIds ids,
      Post post,
      Notes notes,
      Throttle throttle,
      Violations violations,
      Watchers watchers) {
    this.database = database;
    this.time = time;
    this.ids = ids;
    this.post = post;
    this.notes = notes;
    this.throttle = throttle;
    this.violations = violations;
    this.watchers = watchers;
  }

  /**
   * Sends a message. When this returns it is safe, and whoever waits for it has been woken.
   *
   * <p>The sender's own web session hears of what he typed on his phone, not of what it sent
   * itself.
   *
   * @throws WorldException if the sender is not there
   */
  public SendOutcome send(Draft draft) {
    return database.write(sql -> send(sql, draft));
  }

  /** The message of this id. */
  public Optional<Message> find(MessageId id) {
    return database.read(sql -> MessageTable.find(sql, id));
  }

  /** The message of this id, if it is on the phone of this account. */
  public Optional<Message> find(AccountId account, MessageId id) {
    return database.read(sql ->
        MessageTable.isOnPhone(sql, account, id) ? MessageTable.find(sql, id) : Optional.empty());
  }

  /** The newest message on an account's phone that came with this content, by MD5 and size. */
  public Optional<Message> showing(AccountId account, String md5, long size) {
    return database.read(sql -> MessageTable.showing(sql, account, md5, size));
  }

  /**
   * What is on an account's phone, sent and received, oldest first.
   *
   * @param after only what came after the message with this number; 0 for all
   */
  public List<Message> onPhone(AccountId account, long after, int limit) {
    return database.read(sql -> MessageTable.onPhone(sql, account, after, limit));
  }

  /**
   * Waits until there is something on an account's phone after a message.
   *
   * @return what is there then; nothing if the time is over
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  public List<Message> awaitOnPhone(AccountId account, long after, int limit, Duration patience)
      throws InterruptedException {
    long start = time.nanoTime();
    try (Watchers.Watch watch = watchers.begin(account)) {
      while (true) {
        List<Message> found = onPhone(account, after, limit);
        Duration left = patience.minusNanos(time.nanoTime() - start);
        if (!found.isEmpty() || !left.isPositive()) {
          return found;
        }
        watch.signal().await(left);
      }
    }
  }

  /** The same within a larger change. */
  SendOutcome send(Sql sql, Draft draft) throws SQLException {
    Account sender = AccountTable.get(sql, draft.from());
    Optional<MessageId> first = sentBefore(sql, draft, sender);
    if (first.isPresent()) {
      return new SendOutcome.Sent(first.get());
    }
    Optional<Refusal> refusal = refusal(sql, draft, sender);
    return refusal.isPresent()
        ? new SendOutcome.Refused(refusal.get())
        : new SendOutcome.Sent(commit(sql, draft));
  }

  /** The message that this draft became when it came the first time. */
  private Optional<MessageId> sentBefore(Sql sql, Draft draft, Account sender) throws SQLException {
    if (draft.clientId().isEmpty()) {
      return Optional.empty();
    }
    List<Message> before =
        MessageTable.withClientId(
            sql, draft.from(), draft.clientId().get(), time.instant().minus(REMEMBERED));
    Optional<MessageId> same =
        before.stream().filter(message -> isSame(message, draft)).map(Message::id).findFirst();
    if (same.isEmpty() && !before.isEmpty()) {
      violations.add(
          Breach.CLIENT_ID_REUSED,
          draft.call().orElse(""),
          "client message id of another message",
          Optional.of(sender.name()));
    }
    return same;
  }

  private static boolean isSame(Message message, Draft draft) {
    return message.to().equals(draft.to())
        && message.call().equals(draft.call())
        && message.content().equals(draft.content());
  }

  private Optional<Refusal> refusal(Sql sql, Draft draft, Account sender) throws SQLException {
    boolean fromWeb = draft.call().isPresent();
    if (draft.content().text().length() > TEXT_LIMIT) {
      return Optional.of(Refusal.TEXT_TOO_LONG);
    }
    if (fromWeb && sender.switches().of(Switch.PHONE_OFFLINE)) {
      return Optional.of(Refusal.PHONE_OFFLINE);
    }
    Optional<Refusal> target = mayReach(sql, sender, draft.to());
    if (target.isPresent()) {
      return target;
    }
    return fromWeb && !throttle.allows(sender, draft.call().get())
        ? Optional.of(Refusal.TOO_FREQUENT)
        : Optional.empty();
  }

  private static Optional<Refusal> mayReach(Sql sql, Account sender, ChatId target)
      throws SQLException {
    return switch (target) {
      case RoomId room ->
          RoomTable.hasMember(sql, room, sender.id())
              ? Optional.empty()
              : Optional.of(Refusal.ROOM_GONE);
      case AccountId self when self.equals(sender.id()) ->
          UserNames.hasShortName(sender) ? Optional.empty() : Optional.of(Refusal.NOT_A_CONTACT);
      case AccountId peer ->
          isOpenTo(sql, peer, sender.id()) ? Optional.empty() : Optional.of(Refusal.NOT_A_CONTACT);
    };
  }

  private static boolean isOpenTo(Sql sql, AccountId peer, AccountId sender) throws SQLException {
    Optional<Account> account = AccountTable.find(sql, peer);
    return account.isPresent()
        && (account.get().kind() == AccountKind.SPECIAL || ContactTable.has(sql, sender, peer));
  }

  private MessageId commit(Sql sql, Draft draft) throws SQLException {
    var now = time.instant();
    Message message =
        new Message(
            ids.next(now),
            draft.from(),
            draft.to(),
            draft.content(),
            now,
            draft.call(),
            draft.clientId());
    MessageTable.insert(sql, message);
    for (Media media : draft.content().media()) {
      MediaTable.showIn(sql, media, message.id());
    }
    post.delivered(sql, draft.from(), message, draft.to());
    if (draft.call().isEmpty()) {
      post.arrived(sql, draft.from(), message);
    }
    Optional<Fact> obstacle = obstacle(sql, draft);
    if (obstacle.isPresent()) {
      Account sender = AccountTable.get(sql, draft.from());
      notes.inChatsWith(sql, (AccountId) draft.to()).tell(sender, obstacle.get());
      return message.id();
    }
    for (AccountId recipient : recipients(sql, draft)) {
      ChatId partner = draft.to() instanceof RoomId ? draft.to() : draft.from();
      post.delivered(sql, recipient, message, partner);
      if (draft.content() instanceof Content.Card(AccountId shown)) {
        ContactTable.meet(sql, recipient, shown);
      }
      post.arrived(sql, recipient, message);
    }
    return message.id();
  }

  /** Why a message to somebody stays on its sender's phone; he is told so in the chat. */
  private static Optional<Fact> obstacle(Sql sql, Draft draft) throws SQLException {
    if (!(draft.to() instanceof AccountId peer)
        || peer.equals(draft.from())
        || AccountTable.get(sql, peer).kind() == AccountKind.SPECIAL) {
      return Optional.empty();
    }
    if (!ContactTable.has(sql, peer, draft.from())) {
      Naming naming = Naming.of(sql, Optional.empty(), List.of(peer));
      return Optional.of(new Fact.NotAFriend(naming.name(draft.from(), peer)));
    }
    return ContactTable.isBlocked(sql, peer, draft.from())
        ? Optional.of(new Fact.Blocked())
        : Optional.empty();
  }

  /** Everybody but the sender who is to have it; the file helper and the like keep nothing. */
  private static List<AccountId> recipients(Sql sql, Draft draft) throws SQLException {
    return switch (draft.to()) {
      case RoomId room ->
          RoomTable.memberIds(sql, room).stream().filter(id -> !id.equals(draft.from())).toList();
      case AccountId peer ->
          peer.equals(draft.from()) || AccountTable.get(sql, peer).kind() == AccountKind.SPECIAL
              ? List.of()
              : List.of(peer);
    };
  }
}
