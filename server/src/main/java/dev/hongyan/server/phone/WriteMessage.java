// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.phone;

import dev.hongyan.protocol.WebReply;
import dev.hongyan.server.world.Account;
import dev.hongyan.server.world.ChatId;
import dev.hongyan.server.world.Content;
import dev.hongyan.server.world.Draft;
import dev.hongyan.server.world.Messages;
import dev.hongyan.server.world.Refusal;
import dev.hongyan.server.world.SendOutcome;
import dev.hongyan.server.world.World;

/** Someone writes on his phone. */
record WriteMessage(World world) implements PhoneCall {

  @Override
  public String method() {
    return "POST";
  }

  @Override
  public String path() {
    return "messages";
  }

  @Override
  public WebReply answer(Ask ask) {
    Directory directory = new Directory(world);
    Account from = directory.actor(ask.fields(), "from");
    String to = ask.fields().text("to");
    ChatId chat = directory.chat(ask.fields(), "to");
    Content content = new SaidContent(world, directory, from).of(ask.fields());
    return switch (world.messages().send(Draft.fromPhone(from.id(), chat, content))) {
      case SendOutcome.Sent sent -> Replies.created(sent.id().toString());
      case SendOutcome.Refused refused -> throw problem(refused.refusal(), from.name(), to);
    };
  }

  private static Problem problem(Refusal refusal, String from, String to) {
    return switch (refusal) {
      case NOT_A_CONTACT -> Problem.conflict(from + " and " + to + " are not in contact");
      case ROOM_GONE -> Problem.conflict(from + " is not in " + to);
      case TEXT_TOO_LONG ->
          Problem.tooLarge("text has more than " + Messages.TEXT_LIMIT + " characters");
      case PHONE_OFFLINE -> Problem.conflict("the phone of " + from + " is off-line");
      case TOO_FREQUENT -> Problem.conflict(from + " writes too often");
    };
  }
}
