// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.phone;

import dev.hongyan.protocol.WebReply;
import dev.hongyan.server.world.Account;
import dev.hongyan.server.world.World;

/** Somebody takes a friend out of his address book; the other one keeps him in his. */
record DeleteContact(World world) implements PhoneCall {

  @Override
  public String method() {
    return "DELETE";
  }

  @Override
  public String path() {
    return "contacts";
  }

  @Override
  public WebReply answer(Ask ask) {
    Directory directory = new Directory(world);
    Account account = directory.actor(ask.fields(), "account");
    Account other = directory.actor(ask.fields(), "with");
    ask.fields().done();
    world.contacts().delete(account.id(), other.id());
    return Replies.done();
  }
}
