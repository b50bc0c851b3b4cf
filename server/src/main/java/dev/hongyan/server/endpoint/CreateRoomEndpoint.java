// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.endpoint;

import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.Status;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.contact.Pinyin;
import dev.hongyan.protocol.room.CreateRoom;
import dev.hongyan.server.world.Account;
import dev.hongyan.server.world.AccountId;
import dev.hongyan.server.world.Breach;
import dev.hongyan.server.world.RoomOutcome;
import dev.hongyan.server.world.Switch;
import dev.hongyan.server.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Opens chat rooms (protocol reference 3.29), or says no as the service has done since 2018. */
record CreateRoomEndpoint(
    World world, SessionCheck check, ContactCards cards, Violations violations)
    implements SessionEndpoint<CreateRoom.Request, CreateRoom.Reply> {

  @Override
  public Call<CreateRoom.Request, CreateRoom.Reply> call() {
    return CreateRoom.CALL;
  }

  @Override
  public Claim claim(CreateRoom.Request question) {
    return Claim.of(question.base(), question.passTicket());
  }

  /** Too often is told with other words here than elsewhere. */
  @Override
  public boolean countsItself() {
    return true;
  }

  @Override
  public CreateRoom.Reply refused(Status status) {
    return CreateRoom.Reply.refused(status);
  }

  @Override
  public WebReply answer(CreateRoom.Request question, Guest guest) {
    RoomWording wording = RoomWording.of(guest.account());
    return call()
        .answer(
            switch (guest.switched(Switch.ROOM_CREATION)) {
              case CLOSED -> refused(new Status(Retcode.OK, wording.failedInXml()));
              case TOO_MANY -> refused(new Status(Retcode.PARAMETER_ERROR, wording.tooMany()));
              case TOO_FREQUENT -> tooFrequent(wording);
              case OPEN -> check.allows(guest) ? open(question, guest) : tooFrequent(wording);
            });
  }

  private CreateRoom.Reply tooFrequent(RoomWording wording) {
    return refused(new Status(Retcode.PARAMETER_ERROR, wording.tooFrequent()));
  }

  private CreateRoom.Reply open(CreateRoom.Request question, Guest guest) {
    List<AccountId> others = new ArrayList<>();
    for (UserName name : question.members()) {
      Optional<Account> other = cards.visibleAccount(name, guest);
      if (other.isEmpty()) {
        violations.add(Breach.UNKNOWN_USER_NAME, guest, "MemberList");
        return refused(Status.of(Retcode.PARAMETER_ERROR));
      }
      others.add(other.get().id());
    }
    return reply(world.memberships().create(guest.account().id(), others, question.topic()), guest);
  }

  private CreateRoom.Reply reply(RoomOutcome outcome, Guest guest) {
    RoomReplies replies = new RoomReplies(world);
    return switch (outcome) {
      case RoomOutcome.Done done ->
          new CreateRoom.Reply(
              RoomReplies.isConditional(done)
                  ? Status.of(Retcode.CONDITIONAL)
                  : CreateRoom.Reply.DONE,
              done.room().topic(),
              Pinyin.NONE,
              replies.members(done.people(), guest),
              guest.name(done.room().id()),
              "");
      case RoomOutcome.Refused(var refusal, var people) ->
          new CreateRoom.Reply(
              RoomReplies.status(refusal, guest),
              "",
              Pinyin.NONE,
              replies.members(people, guest),
              UserName.NONE,
              "");
    };
  }
}
