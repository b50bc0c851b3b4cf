// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.phone;

import dev.hongyan.protocol.WebReply;
import dev.hongyan.server.world.RoomOutcome;
import dev.hongyan.server.world.RoomRefusal;
import dev.hongyan.server.world.Rooms;
import java.util.Locale;

/** What becomes of wishes about rooms, as the phone API tells it. */
final class RoomReplies {

  private RoomReplies() {}

  /** It has to be done. */
  static RoomOutcome.Done require(RoomOutcome outcome) {
    return switch (outcome) {
      case RoomOutcome.Done done -> done;
      case RoomOutcome.Refused refused -> throw problem(refused.refusal());
    };
  }

  /** 200 with everybody whom it was about. */
  static WebReply people(RoomOutcome outcome) {
    RoomOutcome.Done done = require(outcome);
    return Replies.ok(json ->
        Replies.array(
            json,
            "people",
            done.people(),
            (out, entrant) -> {
              out.writeStringProperty("id", entrant.account().name());
              out.writeStringProperty("standing", word(entrant.standing()));
            }));
  }

  private static String word(RoomOutcome.Standing standing) {
    return standing.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Problem problem(RoomRefusal refusal) {
    return switch (refusal) {
      case NOT_A_MEMBER -> Problem.conflict("account: not in this room");
      case NOT_THE_OWNER -> Problem.conflict("account: not the owner of this room, or its new one");
      case FULL -> Problem.conflict("the room is full");
      case TOO_FEW -> Problem.conflict("a room takes two others at least");
      case NAME_TOO_LONG ->
          Problem.field("name", "has more than " + Rooms.TOPIC_LIMIT + " characters");
    };
  }
}
