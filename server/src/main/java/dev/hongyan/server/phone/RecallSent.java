// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.phone;

import dev.hongyan.protocol.WebReply;
import dev.hongyan.server.world.Account;
import dev.hongyan.server.world.MessageId;
import dev.hongyan.server.world.RecallOutcome;
import dev.hongyan.server.world.World;

/** Somebody takes back what he has sent. */
record RecallSent(World world) implements PhoneCall {

  @Override
  public String method() {
    return "POST";
  }

  @Override
  public String path() {
    return "recall";
  }

  @Override
  public WebReply answer(Ask ask) {
    Account account = new Directory(world).actor(ask.fields(), "account");
    MessageId id = SaidContent.id("id", ask.fields().text("id"));
    ask.fields().done();
    return switch (world.recalls().onPhone(account.id(), id)) {
      case RecallOutcome.Recalled(var notice) -> Replies.created(notice.toString());
      case RecallOutcome.Refused(var reason) -> throw problem(reason, account.name());
    };
  }

  private static Problem problem(RecallOutcome.Reason reason, String name) {
    return switch (reason) {
      case NOT_OWN -> Problem.unknown("id: " + name + " has written no such message");
      case TOO_OLD -> Problem.conflict("the message is older than two minutes");
      case CHAT_GONE -> Problem.conflict(name + " is no longer in that chat");
      case PHONE_OFFLINE -> Problem.conflict("the phone of " + name + " is off-line");
      case TOO_FREQUENT -> Problem.conflict(name + " recalls too often");
    };
  }
}
