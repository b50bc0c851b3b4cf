// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.endpoint;

import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.MessageId;
import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.Status;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.message.Envelope;
import dev.hongyan.protocol.message.OutgoingMessage;
import dev.hongyan.protocol.message.SendEmoticon;
import dev.hongyan.protocol.message.SendFile;
import dev.hongyan.protocol.message.SendPicture;
import dev.hongyan.protocol.message.SendReply;
import dev.hongyan.protocol.message.SendRequest;
import dev.hongyan.protocol.message.SendText;
import dev.hongyan.protocol.message.SendVideo;
import dev.hongyan.server.world.Breach;
import dev.hongyan.server.world.ChatId;
import dev.hongyan.server.world.Content;
import dev.hongyan.server.world.Draft;
import dev.hongyan.server.world.Refusal;
import dev.hongyan.server.world.SendOutcome;
import dev.hongyan.server.world.World;
import java.util.List;
import java.util.Optional;

/**
 * Takes messages of one kind (protocol reference 3.12 to 3.16).
 *
 * @param reading makes of what was sent what the world keeps
 */
record SendEndpoint<M extends OutgoingMessage>(
    Call<SendRequest<M>, SendReply> call,
    Reading<M> reading,
    World world,
    SessionCheck check,
    ContactCards cards,
    Violations violations)
    implements SessionEndpoint<SendRequest<M>, SendReply> {

  /** Makes of what was sent what the world keeps. */
  @FunctionalInterface
  interface Reading<M> {

    /**
     * The content.
     *
     * @throws UnsendableException if there is none
     */
    Content of(M message, Guest guest) throws UnsendableException;
  }

  /** One for each kind that can be sent. */
  static List<SendEndpoint<?>> all(
      World world, SessionCheck check, ContactCards cards, Violations violations) {
    SentContents read = new SentContents(new GuestMedia(world), violations);
    return List.of(
        new SendEndpoint<>(SendText.CALL, read::of, world, check, cards, violations),
        new SendEndpoint<>(SendPicture.CALL, read::of, world, check, cards, violations),
        new SendEndpoint<>(SendVideo.CALL, read::of, world, check, cards, violations),
        new SendEndpoint<>(SendEmoticon.CALL, read::of, world, check, cards, violations),
        new SendEndpoint<>(SendFile.CALL, read::of, world, check, cards, violations));
  }

  @Override
  public Claim claim(SendRequest<M> question) {
    return Claim.of(question.base(), question.passTicket());
  }

  @Override
  public boolean countsItself() {
    return true;
  }

  @Override
  public SendReply refused(Status status) {
    return SendReply.refused(status);
  }

  @Override
  public WebReply answer(SendRequest<M> question, Guest guest) {
    return call().answer(take(question.message(), guest));
  }

  private SendReply take(M message, Guest guest) {
    Envelope envelope = message.envelope();
    if (!envelope.from().equals(guest.self())) {
      violations.add(Breach.WRONG_SENDER, guest, "FromUserName");
    }
    Optional<ChatId> target = cards.open(envelope.to(), guest);
    if (target.isEmpty()) {
      violations.add(Breach.UNKNOWN_USER_NAME, guest, "ToUserName");
      return refused(Status.of(Retcode.NO_ACCESS));
    }
    try {
      Content content = reading.of(message, guest);
      Draft draft = draft(content, target.get(), envelope, guest);
      return reply(world.messages().send(draft), envelope, guest);
    } catch (UnsendableException e) {
      return refused(Status.of(Retcode.PARAMETER_ERROR));
    }
  }

  private Draft draft(Content content, ChatId target, Envelope envelope, Guest guest) {
    Optional<String> clientId =
        Optional.of(envelope.clientId().value()).filter(id -> !id.isEmpty());
    if (clientId.isEmpty()) {
      violations.add(Breach.MISSING_FIELD, guest, "ClientMsgId");
    }
    return new Draft(guest.account().id(), target, content, Optional.of(call.name()), clientId);
  }

  private SendReply reply(SendOutcome outcome, Envelope envelope, Guest guest) {
    return switch (outcome) {
      case SendOutcome.Sent(var id) ->
          new SendReply(Status.OK, new MessageId(id.value()), envelope.clientId());
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
