// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.phone;

import dev.hongyan.protocol.WebReply;
import dev.hongyan.server.world.Account;
import dev.hongyan.server.world.ContactEdit;
import dev.hongyan.server.world.World;

/** Somebody changes what he noted about a friend. */
record EditContact(World world) implements PhoneCall {

  @Override
  public String method() {
    return "PATCH";
  }

  @Override
  public String path() {
    return "contacts";
  }

  @Override
  public WebReply answer(Ask ask) {
    Fields fields = ask.fields();
    Directory directory = new Directory(world);
    Account account = directory.actor(fields, "account");
    Account other = directory.actor(fields, "with");
    ContactEdit edit = People.notes(fields);
    fields.done();
    world.contacts().edit(account.id(), other.id(), edit);
    return Replies.done();
  }
}
