// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.phone;

import dev.hongyan.protocol.WebReply;
import dev.hongyan.server.world.Account;
import dev.hongyan.server.world.AccountId;
import dev.hongyan.server.world.Room;
import dev.hongyan.server.world.World;
import java.util.List;

/** The owner puts people out of a room; or a member leaves, if he names nobody. */
record RemoveMembers(World world) implements PhoneCall {

  @Override
  public String method() {
    return "DELETE";
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
    RoomReplies.require(
        people.isEmpty()
            ? world.memberships().leave(account.id(), room.id(), true)
            : world.memberships().remove(account.id(), room.id(), people));
    return Replies.done();
  }
}
