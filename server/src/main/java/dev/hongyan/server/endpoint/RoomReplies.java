// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.endpoint;

import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.Status;
import dev.hongyan.protocol.contact.Member;
import dev.hongyan.protocol.room.RoomMemberStatus;
import dev.hongyan.server.world.Account;
import dev.hongyan.server.world.RoomOutcome;
import dev.hongyan.server.world.RoomRefusal;
import dev.hongyan.server.world.World;
import java.util.List;

/** What becomes of wishes about rooms, as web clients hear it. */
record RoomReplies(World world) {

  /** Those whom it was about, each with what became of him. */
  List<Member> members(List<RoomOutcome.Entrant> people, Guest guest) {
    return people.stream().map(entrant -> member(entrant, guest)).toList();
  }

  private Member member(RoomOutcome.Entrant entrant, Guest guest) {
    Account account = entrant.account();
    String remark =
        world
            .contacts()
            .find(guest.account().id(), account.id())
            .map(contact -> contact.remark())
            .orElse("");
    return new Member(
        0,
        guest.name(account),
        remark.isEmpty() ? account.profile().nickName() : remark,
        account.trait(),
        status(entrant.standing()).code(),
        "",
        account.keyWord());
  }

  private static RoomMemberStatus status(RoomOutcome.Standing standing) {
    return switch (standing) {
      case DONE, INVITED -> RoomMemberStatus.FINE;
      case HAS_BLOCKED -> RoomMemberStatus.BLOCKED_YOU;
      case NO_FRIEND -> RoomMemberStatus.NO_FRIEND;
    };
  }

  /** Whether somebody has to say yes before all is done. */
  static boolean isConditional(RoomOutcome.Done done) {
    return done.people().stream()
        .anyMatch(entrant -> entrant.standing() == RoomOutcome.Standing.INVITED);
  }

  /** Why not. */
  static Status status(RoomRefusal refusal, Guest guest) {
    return switch (refusal) {
      case NOT_A_MEMBER -> Status.of(Retcode.ROOM_GONE);
      case FULL -> new Status(Retcode.PARAMETER_ERROR, RoomWording.of(guest.account()).full());
      case NOT_THE_OWNER, TOO_FEW, NAME_TOO_LONG -> Status.of(Retcode.PARAMETER_ERROR);
    };
  }
}
