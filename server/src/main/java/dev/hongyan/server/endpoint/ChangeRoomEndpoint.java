// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.endpoint;

import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.Status;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.contact.Member;
import dev.hongyan.protocol.room.ChangeRoom;
import dev.hongyan.protocol.room.RoomChange;
import dev.hongyan.server.world.AccountId;
import dev.hongyan.server.world.Breach;
import dev.hongyan.server.world.ChatId;
import dev.hongyan.server.world.Memberships;
import dev.hongyan.server.world.RoomId;
import dev.hongyan.server.world.RoomOutcome;
import dev.hongyan.server.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Changes chat rooms (protocol reference 3.28). */
record ChangeRoomEndpoint(
    World world, SessionCheck check, ContactCards cards, Violations violations)
    implements SessionEndpoint<ChangeRoom.Request, ChangeRoom.Reply> {

  @Override
  public Call<ChangeRoom.Request, ChangeRoom.Reply> call() {
    return ChangeRoom.CALL;
  }

  @Override
  public Claim claim(ChangeRoom.Request question) {
    return Claim.of(question.base(), question.passTicket());
  }

  /** Too often is told with a text here. */
  @Override
  public boolean countsItself() {
    return true;
  }

  @Override
  public ChangeRoom.Reply refused(Status status) {
    return ChangeRoom.Reply.refused(status);
  }

  @Override
  public WebReply answer(ChangeRoom.Request question, Guest guest) {
    if (!check.allows(guest)) {
      String words = RoomWording.of(guest.account()).tooFrequent();
      return call().answer(refused(new Status(Retcode.TOO_FREQUENT, words)));
    }
    Optional<ChatId> room = cards.open(question.room(), guest);
    if (!(room.orElse(null) instanceof RoomId id) || guest.isFileHelper()) {
      violations.add(Breach.UNKNOWN_USER_NAME, guest, "ChatRoomName");
      return call().answer(refused(Status.of(Retcode.ROOM_GONE)));
    }
    return call().answer(change(id, question.change(), guest));
  }

  private ChangeRoom.Reply change(RoomId room, RoomChange change, Guest guest) {
    AccountId self = guest.account().id();
    Memberships memberships = world.memberships();
    return switch (change) {
      case RoomChange.Add(var names) ->
          people(names, guest)
              .map(people -> added(memberships.add(self, room, people, false), guest))
              .orElseGet(this::unknown);
      case RoomChange.Invite(var names) ->
          people(names, guest)
              .map(people -> reply(memberships.add(self, room, people, true), guest))
              .orElseGet(this::unknown);
      case RoomChange.Remove(var names) ->
          people(names, guest)
              .map(people -> reply(memberships.remove(self, room, people), guest))
              .orElseGet(this::unknown);
      case RoomChange.Rename(String topic) -> reply(world.rooms().rename(self, room, topic), guest);
      case RoomChange.Leave() -> reply(memberships.leave(self, room, false), guest);
    };
  }

  /** Those of these names, if all of them mean somebody whom the guest may look at. */
  private Optional<List<AccountId>> people(List<UserName> names, Guest guest) {
    List<AccountId> people = new ArrayList<>();
    for (UserName name : names) {
      cards.visibleAccount(name, guest).ifPresent(account -> people.add(account.id()));
    }
    if (names.isEmpty() || people.size() < names.size()) {
      violations.add(
          names.isEmpty() ? Breach.MISSING_FIELD : Breach.UNKNOWN_USER_NAME, guest, "MemberList");
      return Optional.empty();
    }
    return Optional.of(people);
  }

  private ChangeRoom.Reply unknown() {
    return refused(Status.of(Retcode.PARAMETER_ERROR));
  }

  /** Done, or done for those who say yes on their phones. */
  private ChangeRoom.Reply added(RoomOutcome outcome, Guest guest) {
    ChangeRoom.Reply reply = reply(outcome, guest);
    return outcome instanceof RoomOutcome.Done done && RoomReplies.isConditional(done)
        ? new ChangeRoom.Reply(Status.of(Retcode.CONDITIONAL), reply.members())
        : reply;
  }

  private ChangeRoom.Reply reply(RoomOutcome outcome, Guest guest) {
    return switch (outcome) {
      case RoomOutcome.Done done -> {
        List<Member> members = new RoomReplies(world).members(done.people(), guest);
        yield new ChangeRoom.Reply(Status.OK, members);
      }
      case RoomOutcome.Refused(var refusal, _) -> refused(RoomReplies.status(refusal, guest));
    };
  }
}
