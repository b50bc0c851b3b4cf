// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.phone;

import dev.hongyan.protocol.WebReply;
import dev.hongyan.server.world.Account;
import dev.hongyan.server.world.ChatId;
import dev.hongyan.server.world.World;

/** Somebody opens, reads or leaves a chat on his phone. */
record UseChat(World world) implements PhoneCall {

  @Override
  public String method() {
    return "POST";
  }

  @Override
  public String path() {
    return "chats";
  }

  @Override
  public WebReply answer(Ask ask) {
    Directory directory = new Directory(world);
    Account account = directory.actor(ask.fields(), "account");
    ChatId chat = directory.chat(ask.fields(), "chat");
    String does = ask.fields().text("does");
    ask.fields().done();
    switch (does) {
      case "open" -> world.chats().open(account.id(), chat);
      case "read" -> world.chats().read(account.id(), chat);
      case "leave" -> world.chats().leave(account.id(), chat);
      default -> throw Problem.field("does", "must be open, read or leave");
    }
    return Replies.done();
  }
}
