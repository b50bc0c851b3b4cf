// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.phone;

import dev.hongyan.protocol.WebReply;
import dev.hongyan.server.world.Account;
import dev.hongyan.server.world.MemberEdit;
import dev.hongyan.server.world.Room;
import dev.hongyan.server.world.World;

/** A member changes what is his own affair in a room. */
record EditMember(World world) implements PhoneCall {

  @Override
  public String method() {
    return "PATCH";
  }

  @Override
  public String path() {
    return "members";
  }

  @Override
  public WebReply answer(Ask ask) {
    Fields fields = ask.fields();
    Directory directory = new Directory(world);
    Account account = directory.actor(fields, "account");
    Room room = directory.room(fields, "room");
    MemberEdit edit =
        new MemberEdit(
            fields.maybeText("displayName"),
            fields.maybeFlag("saved"),
            fields.maybeFlag("pinned"),
            fields.maybeFlag("muted"));
    fields.done();
    world.rooms().edit(account.id(), room.id(), edit);
    return Replies.done();
  }
}
