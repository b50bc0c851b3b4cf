// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.phone;

import dev.hongyan.protocol.WebReply;
import dev.hongyan.server.world.Rooms;

/** A new chat room. */
record OpenRoom(Rooms rooms) implements PhoneCall {

  @Override
  public String method() {
    return "POST";
  }

  @Override
  public String path() {
    return "rooms";
  }

  @Override
  public WebReply answer(Ask ask) {
    return Replies.created(rooms.open(People.room(ask.fields())).name());
  }
}
