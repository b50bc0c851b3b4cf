// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.phone;

import dev.hongyan.protocol.WebReply;
import dev.hongyan.server.world.Account;
import dev.hongyan.server.world.Room;
import dev.hongyan.server.world.World;

/** Somebody who was invited into a large room says yes. */
record JoinRoom(World world) implements PhoneCall {

  @Override
  public String method() {
    return "POST";
  }

  @Override
  public String path() {
    return "join";
  }

  @Override
  public WebReply answer(Ask ask) {
    Directory directory = new Directory(world);
    Account account = directory.actor(ask.fields(), "account");
    Room room = directory.room(ask.fields(), "room");
    ask.fields().done();
    world.memberships().accept(account.id(), room.id());
    return Replies.done();
  }
}
