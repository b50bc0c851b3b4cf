// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.phone;

import dev.hongyan.protocol.WebReply;
import dev.hongyan.server.world.Accounts;
import dev.hongyan.server.world.NewAccount;

/** Somebody new, who knows nobody yet. */
record AddAccount(Accounts accounts) implements PhoneCall {

  @Override
  public String method() {
    return "POST";
  }

  @Override
  public String path() {
    return "accounts";
  }

  @Override
  public WebReply answer(Ask ask) {
    NewAccount account = People.account(ask.fields());
    ask.fields().done();
    return Replies.created(accounts.add(account).name());
  }
}
