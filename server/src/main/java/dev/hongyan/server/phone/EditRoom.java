// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.phone;

import dev.hongyan.protocol.WebReply;
import dev.hongyan.server.world.Account;
import dev.hongyan.server.world.Room;
import dev.hongyan.server.world.World;
import java.util.Optional;

/** A member gives a room another name; its owner passes it on. */
record EditRoom(World world) implements PhoneCall {

  @Override
  public String method() {
    return "PATCH";
  }

  @Override
  public String path() {
    return "rooms/";
  }

  @Override
  public WebReply answer(Ask ask) {
    Directory directory = new Directory(world);
    Room room = directory.room("room", ask.name());
    Account account = directory.actor(ask.fields(), "account");
    Optional<String> name = ask.fields().maybeText("name");
    Optional<Account> owner = directory.maybeActor(ask.fields(), "owner");
    ask.fields().done();
    if (owner.isPresent()) {
      RoomReplies.require(world.rooms().passOn(account.id(), room.id(), owner.get().id()));
    }
    if (name.isPresent()) {
      RoomReplies.require(world.rooms().rename(account.id(), room.id(), name.get()));
    }
    return Replies.done();
  }
}
