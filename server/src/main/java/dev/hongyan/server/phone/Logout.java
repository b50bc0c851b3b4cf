// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.phone;

import dev.hongyan.protocol.WebReply;
import dev.hongyan.server.world.Account;
import dev.hongyan.server.world.EndReason;
import dev.hongyan.server.world.World;

/** The phone puts an end to the web session. */
record Logout(World world) implements PhoneCall {

  @Override
  public String method() {
    return "POST";
  }

  @Override
  public String path() {
    return "logout";
  }

  @Override
  public WebReply answer(Ask ask) {
    Account account = new Directory(world).actor(ask.fields(), "account");
    ask.fields().done();
    if (!world.sessions().end(account.id(), EndReason.BY_PHONE)) {
      throw Problem.conflict(account.name() + " is not logged in to the web");
    }
    return Replies.done();
  }
}
