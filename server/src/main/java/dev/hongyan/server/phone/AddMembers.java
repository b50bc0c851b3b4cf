// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.phone;

import dev.hongyan.protocol.WebReply;
import dev.hongyan.server.world.Account;
import dev.hongyan.server.world.AccountId;
import dev.hongyan.server.world.Room;
import dev.hongyan.server.world.World;
import java.util.List;

/** A member brings friends into a room, or invites them if it is large. */
record AddMembers(World world) implements PhoneCall {

  @Override
  public String method() {
    return "POST";
  }

  @Override
  public String path() {
    return "members";
  }

  @Override
  public WebReply answer(Ask ask) {
    Directory directory = new Directory(world);
    Account account = directory.actor(ask.fields(), "account");
    Room room = directory.room(ask.fields(), "room");
    List<AccountId> people = directory.actors(ask.fields(), "people");
    ask.fields().done();
    return RoomReplies.people(world.memberships().add(account.id(), room.id(), people, false));
  }
}
