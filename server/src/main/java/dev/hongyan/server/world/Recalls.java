// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import dev.hongyan.server.store.Database;
import dev.hongyan.server.store.Sql;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Taking messages back: the others are told to hide them, the world keeps them (3.25, 5.13). */
public final class Recalls {

  /** How old a message may be. */
  public static final Duration LIMIT = Duration.ofMinutes(2);

  private final Database database;
  private final InstantSource time;
  private final Messages messages;

  Recalls(Database database, InstantSource time, Messages messages) {
    this.database = database;
    this.time = time;
    this.messages = messages;
  }

  /** Somebody takes a message back on his phone. */
  public RecallOutcome onPhone(AccountId account, MessageId original) {
    return database.write(sql -> recall(sql, account, original, Optional.empty()));
  }

  /**
   * The same from the web. Repeated, it is as it was the first time.
   *
   * @param chat where it says that the message is; of another chat it knows no message
   * @param call the call of the protocol that asks for it
   */
  public RecallOutcome onWeb(AccountId account, ChatId chat, MessageId original, String call) {
    return database.write(sql ->
        MessageTable.find(sql, original).filter(found -> found.to().equals(chat)).isPresent()
            ? recall(sql, account, original, Optional.of(call))
            : new RecallOutcome.Refused(RecallOutcome.Reason.NOT_OWN));
  }

  /** The message that tells that this one was withdrawn, if it was. */
  public Optional<MessageId> noticeOf(MessageId original) {
    return database.read(sql -> notice(sql, original));
  }

  private RecallOutcome recall(
      Sql sql, AccountId account, MessageId original, Optional<String> call) throws SQLException {
    Optional<Message> message =
        MessageTable.find(sql, original)
            .filter(found -> found.from().equals(account))
            .filter(found -> !(found.content() instanceof Content.Recall));
    if (message.isEmpty()) {
      return new RecallOutcome.Refused(RecallOutcome.Reason.NOT_OWN);
    }
    Optional<MessageId> before = notice(sql, original);
    if (before.isPresent()) {
      return new RecallOutcome.Recalled(before.get());
    }
    Instant now = time.instant();
    if (message.get().time().plus(LIMIT).isBefore(now)) {
      return new RecallOutcome.Refused(RecallOutcome.Reason.TOO_OLD);
    }
    Draft notice =
        new Draft(
            account, message.get().to(), new Content.Recall(original), call, Optional.empty());
    return switch (messages.send(sql, notice)) {
      case SendOutcome.Sent(var id) -> {
        sql.update(
            "INSERT INTO recall (original, notice) VALUES (?, ?)", original.value(), id.value());
        yield new RecallOutcome.Recalled(id);
      }
      case SendOutcome.Refused(var refusal) -> new RecallOutcome.Refused(reason(refusal));
    };
  }

  private static RecallOutcome.Reason reason(Refusal refusal) {
    return switch (refusal) {
      case PHONE_OFFLINE -> RecallOutcome.Reason.PHONE_OFFLINE;
      case TOO_FREQUENT -> RecallOutcome.Reason.TOO_FREQUENT;
      case NOT_A_CONTACT, ROOM_GONE, TEXT_TOO_LONG -> RecallOutcome.Reason.CHAT_GONE;
    };
  }

  private static Optional<MessageId> notice(Sql sql, MessageId original) throws SQLException {
    return sql.one(
        "SELECT notice FROM recall WHERE original = ?",
        row -> new MessageId(row.number("notice")),
        original.value());
  }
}
