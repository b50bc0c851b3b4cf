// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.endpoint;

import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.MessageId;
import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.Status;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.message.OutgoingText;
import dev.hongyan.protocol.message.SendReply;
import dev.hongyan.protocol.message.SendRequest;
import dev.hongyan.protocol.message.SendText;
import dev.hongyan.server.world.Breach;
import dev.hongyan.server.world.ChatId;
import dev.hongyan.server.world.Content;
import dev.hongyan.server.world.Draft;
import dev.hongyan.server.world.Refusal;
import dev.hongyan.server.world.SendOutcome;
import dev.hongyan.server.world.World;
import java.util.Optional;

/** Takes texts (protocol reference 3.12). */
record SendTextEndpoint(World world, SessionCheck check, ContactCards cards, Violations violations)
    implements SessionEndpoint<SendRequest<OutgoingText>, SendReply> {

  @Override
  public Call<SendRequest<OutgoingText>, SendReply> call() {
    return SendText.CALL;
  }

  @Override
  public Claim claim(SendRequest<OutgoingText> question) {
    return Claim.of(question.base(), question.passTicket());
  }

  @Override
  public boolean isCountedByWorld() {
    return true;
  }

  @Override
  public SendReply refused(Status status) {
    return SendReply.refused(status);
  }

  @Override
  public WebReply answer(SendRequest<OutgoingText> question, Guest guest) {
    OutgoingText text = question.message();
    if (!text.envelope().from().equals(guest.self())) {
      violations.add(Breach.WRONG_SENDER, guest, "FromUserName");
    }
    Optional<ChatId> target = cards.open(text.envelope().to(), guest);
    if (target.isEmpty()) {
      violations.add(Breach.UNKNOWN_USER_NAME, guest, "ToUserName");
      return call().answer(refused(Status.of(Retcode.NO_ACCESS)));
    }
    return call()
        .answer(reply(world.messages().send(draft(text, target.get(), guest)), text, guest));
  }

  private Draft draft(OutgoingText text, ChatId target, Guest guest) {
    Optional<String> clientId =
        Optional.of(text.envelope().clientId().value()).filter(id -> !id.isEmpty());
    if (clientId.isEmpty()) {
      violations.add(Breach.MISSING_FIELD, guest, "ClientMsgId");
    }
    return new Draft(
        guest.account().id(),
        target,
        new Content.Text(text.content()),
        Optional.of(call().name()),
        clientId);
  }

  private SendReply reply(SendOutcome outcome, OutgoingText text, Guest guest) {
    return switch (outcome) {
      case SendOutcome.Sent(var id) ->
          new SendReply(Status.OK, new MessageId(id.value()), text.envelope().clientId());
      case SendOutcome.Refused(Refusal refusal) -> refused(status(refusal, guest));
    };
  }

  private Status status(Refusal refusal, Guest guest) {
    return switch (refusal) {
      case NOT_A_CONTACT -> Status.of(Retcode.NO_ACCESS);
      case ROOM_GONE -> Status.of(Retcode.ROOM_GONE);
      case PHONE_OFFLINE -> Status.of(Retcode.PHONE_OFFLINE);
      case TOO_FREQUENT -> Status.of(Retcode.TOO_FREQUENT);
      case TEXT_TOO_LONG -> {
        violations.add(Breach.TEXT_TOO_LONG, guest, "Content");
        yield new Status(Retcode.PARAMETER_ERROR, Wording.of(guest.account()).textTooLong());
      }
    };
  }
}
