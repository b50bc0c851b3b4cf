// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.phone;

import dev.hongyan.protocol.WebReply;
import dev.hongyan.server.world.Account;
import dev.hongyan.server.world.World;

/** The web session gets another key; its client hears of it with its next {@code webwxsync}. */
record RenewKey(World world) implements PhoneCall {

  @Override
  public String method() {
    return "POST";
  }

  @Override
  public String path() {
    return "renew";
  }

  @Override
  public WebReply answer(Ask ask) {
    Account account = new Directory(world).actor(ask.fields(), "account");
    ask.fields().done();
    if (!world.sessions().renewKey(account.id())) {
      throw Problem.conflict(account.name() + " is not logged in to the web");
    }
    return Replies.done();
  }
}
