// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.phone;

import dev.hongyan.protocol.WebReply;
import dev.hongyan.server.world.Account;
import dev.hongyan.server.world.World;

/** Somebody asks somebody to be his friend. */
record AskFriend(World world) implements PhoneCall {

  @Override
  public String method() {
    return "POST";
  }

  @Override
  public String path() {
    return "requests";
  }

  @Override
  public WebReply answer(Ask ask) {
    Directory directory = new Directory(world);
    Account account = directory.actor(ask.fields(), "account");
    Account to = directory.actor(ask.fields(), "to");
    String greeting = ask.fields().maybeText("greeting").orElse("");
    ask.fields().done();
    world.friendRequests().ask(account.id(), to.id(), greeting);
    return Replies.done();
  }
}
