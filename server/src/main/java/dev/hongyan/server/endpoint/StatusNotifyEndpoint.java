// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.endpoint;

import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.MessageId;
import dev.hongyan.protocol.Status;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.sync.StatusNotify;
import dev.hongyan.server.world.Breach;
import dev.hongyan.server.world.ChatId;
import dev.hongyan.server.world.World;
import dev.hongyan.time.Randomness;
import java.util.Optional;

/** Hears that a client is ready, and that it has read a chat (protocol reference 3.7). */
record StatusNotifyEndpoint(
    World world,
    Randomness randomness,
    SessionCheck check,
    ContactCards cards,
    Violations violations)
    implements SessionEndpoint<StatusNotify.Request, StatusNotify.Reply> {

  /** Ids of notes have nineteen digits, as those of messages. */
  private static final long LOWEST_ID = 8_000_000_000_000_000_000L;

  @Override
  public Call<StatusNotify.Request, StatusNotify.Reply> call() {
    return StatusNotify.CALL;
  }

  @Override
  public Claim claim(StatusNotify.Request question) {
    return Claim.of(question.base(), question.passTicket());
  }

  @Override
  public StatusNotify.Reply refused(Status status) {
    return new StatusNotify.Reply(status, MessageId.NONE);
  }

  @Override
  public WebReply answer(StatusNotify.Request question, Guest guest) {
    if (guest.isFileHelper()) {
      violations.addUnusual(guest);
    } else {
      take(question, guest);
    }
    long id = randomness.nextLong(LOWEST_ID, Long.MAX_VALUE);
    return call().answer(new StatusNotify.Reply(Status.OK, new MessageId(id)));
  }

  private void take(StatusNotify.Request question, Guest guest) {
    switch (question.code()) {
      case StatusNotify.READY -> world.chats().tellCurrent(guest.session(), InitEndpoint.NAMED);
      case StatusNotify.READ -> markRead(question, guest);
      default -> violations.add(Breach.WRONG_FIELD, guest, "Code " + question.code());
    }
  }

  private void markRead(StatusNotify.Request question, Guest guest) {
    Optional<ChatId> chat = cards.open(question.to(), guest);
    if (chat.isPresent()) {
      world.chats().markRead(guest.account().id(), chat.get());
    } else {
      violations.add(Breach.UNKNOWN_USER_NAME, guest, "ToUserName");
    }
  }
}
