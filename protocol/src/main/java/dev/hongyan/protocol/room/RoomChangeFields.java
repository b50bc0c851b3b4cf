// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.room;

import dev.hongyan.protocol.UserNames;
import dev.hongyan.protocol.shape.Fields;
import dev.hongyan.protocol.wire.Unreadable;

/**
 * A change as the wire has it: a function in the query and one member of the body that is not left
 * out.
 */
record RoomChangeFields(
    String function, String added, String invited, String removed, String topic) {

  static RoomChangeFields of(RoomChange change) {
    return switch (change) {
      case RoomChange.Add(var members) ->
          new RoomChangeFields("addmember", UserNames.join(members), "", "", "");
      case RoomChange.Invite(var members) ->
          new RoomChangeFields("invitemember", "", UserNames.join(members), "", "");
      case RoomChange.Remove(var members) ->
          new RoomChangeFields("delmember", "", "", UserNames.join(members), "");
      case RoomChange.Rename(String topic) -> new RoomChangeFields("modtopic", "", "", "", topic);
      case RoomChange.Leave() -> new RoomChangeFields("quitchatroom", "", "", "", "");
    };
  }

  /** The members of the body. */
  RoomChangeFields pass(Fields f) {
    return new RoomChangeFields(
        function,
        f.optionalText("AddMemberList", added),
        f.optionalText("InviteMemberList", invited),
        f.optionalText("DelMemberList", removed),
        f.optionalText("NewTopic", topic));
  }

  /** The change that this function makes of them. */
  RoomChange change(String wanted) {
    return switch (wanted) {
      case "addmember" -> new RoomChange.Add(UserNames.split(added));
      case "invitemember" -> new RoomChange.Invite(UserNames.split(invited));
      case "delmember" -> new RoomChange.Remove(UserNames.split(removed));
      case "modtopic" -> new RoomChange.Rename(topic);
      case "quitchatroom" -> new RoomChange.Leave();
      default -> throw new Unreadable("fun", "is no change of a room");
    };
  }
}
