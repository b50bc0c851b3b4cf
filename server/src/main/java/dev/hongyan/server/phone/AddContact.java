// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.phone;

import dev.hongyan.protocol.WebReply;
import dev.hongyan.server.world.Contacts;

/** Two people know each other from now on. */
record AddContact(Contacts contacts) implements PhoneCall {

  @Override
  public String method() {
    return "POST";
  }

  @Override
  public String path() {
    return "contacts";
  }

  @Override
  public WebReply answer(Ask ask) {
    String account = ask.fields().text("account");
    String other = ask.fields().text("with");
    String remark = ask.fields().maybeText("remark").orElse("");
    ask.fields().done();
    contacts.befriend(account, other, remark);
    return Replies.done();
  }
}
