// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.endpoint;

import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.Status;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.message.RecallMessage;
import dev.hongyan.server.world.Breach;
import dev.hongyan.server.world.ChatId;
import dev.hongyan.server.world.MessageId;
import dev.hongyan.server.world.RecallOutcome;
import dev.hongyan.server.world.World;
import java.util.Optional;

/** Takes messages back (protocol reference 3.25). */
record RecallEndpoint(World world, SessionCheck check, ContactCards cards, Violations violations)
    implements SessionEndpoint<RecallMessage.Request, RecallMessage.Reply> {

  @Override
  public Call<RecallMessage.Request, RecallMessage.Reply> call() {
    return RecallMessage.CALL;
  }

  @Override
  public Claim claim(RecallMessage.Request question) {
    return Claim.of(question.base(), question.passTicket());
  }

  @Override
  public boolean countsItself() {
    return true;
  }

  @Override
  public RecallMessage.Reply refused(Status status) {
    return RecallMessage.Reply.refused(status);
  }

  @Override
  public WebReply answer(RecallMessage.Request question, Guest guest) {
    Optional<ChatId> chat = cards.open(question.to(), guest);
    if (chat.isEmpty()) {
      violations.add(Breach.UNKNOWN_USER_NAME, guest, "ToUserName");
      return call().answer(refused(Status.of(Retcode.ROOM_GONE)));
    }
    RecallOutcome outcome =
        world
            .recalls()
            .onWeb(
                guest.account().id(),
                chat.get(),
                new MessageId(question.id().value()),
                call().name());
    return call()
        .answer(
            switch (outcome) {
              case RecallOutcome.Recalled _ ->
                  new RecallMessage.Reply(Status.OK, wording(guest).recallRule(), "");
              case RecallOutcome.Refused(var reason) -> refused(status(reason, guest));
            });
  }

  private Status status(RecallOutcome.Reason reason, Guest guest) {
    return switch (reason) {
      case NOT_OWN, TOO_OLD -> {
        violations.add(Breach.WRONG_RECALL, guest, "SvrMsgId");
        yield new Status(Retcode.PARAMETER_ERROR, wording(guest).recallRule());
      }
      case CHAT_GONE -> Status.of(Retcode.ROOM_GONE);
      case PHONE_OFFLINE -> Status.of(Retcode.PHONE_OFFLINE);
      case TOO_FREQUENT -> Status.of(Retcode.TOO_FREQUENT);
    };
  }

  private static Wording wording(Guest guest) {
    return Wording.of(guest.account());
  }
}
