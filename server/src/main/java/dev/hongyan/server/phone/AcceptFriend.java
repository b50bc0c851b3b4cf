// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.phone;

import dev.hongyan.protocol.WebReply;
import dev.hongyan.server.world.Account;
import dev.hongyan.server.world.World;

/** Somebody who was asked to be a friend says yes. */
record AcceptFriend(World world) implements PhoneCall {

  @Override
  public String method() {
    return "POST";
  }

  @Override
  public String path() {
    return "accept";
  }

  @Override
  public WebReply answer(Ask ask) {
    Directory directory = new Directory(world);
    Account account = directory.actor(ask.fields(), "account");
    Account from = directory.actor(ask.fields(), "from");
    String remark = ask.fields().maybeText("remark").orElse("");
    ask.fields().done();
    world.friendRequests().accept(account.id(), from.id(), remark);
    return Replies.done();
  }
}
