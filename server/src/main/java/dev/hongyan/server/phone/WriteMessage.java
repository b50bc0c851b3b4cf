// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.phone;

import dev.hongyan.protocol.WebReply;
import dev.hongyan.server.world.Account;
import dev.hongyan.server.world.AccountKind;
import dev.hongyan.server.world.ChatId;
import dev.hongyan.server.world.Draft;
import dev.hongyan.server.world.Messages;
import dev.hongyan.server.world.Refusal;
import dev.hongyan.server.world.Room;
import dev.hongyan.server.world.SendOutcome;
import dev.hongyan.server.world.World;
import java.util.Optional;

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
    String from = ask.fields().text("from");
    String to = ask.fields().text("to");
    String text = ask.fields().text("text", Integer.MAX_VALUE);
    ask.fields().done();
    Draft draft = Draft.typed(writer(from).id(), chat(to), text);
    return switch (world.messages().send(draft)) {
      case SendOutcome.Sent sent -> Replies.created(sent.id().toString());
      case SendOutcome.Refused refused -> throw problem(refused.refusal(), from, to);
    };
  }

  private Account writer(String name) {
    return world
        .accounts()
        .named(name)
        .filter(account -> account.kind() != AccountKind.SPECIAL)
        .orElseThrow(() -> Problem.unknown("from: no such account: " + name));
  }

  private ChatId chat(String name) {
    Optional<Account> account = world.accounts().named(name);
    if (account.isPresent()) {
      return account.get().id();
    }
    return world
        .rooms()
        .named(name)
        .map(Room::id)
        .orElseThrow(() -> Problem.unknown("to: no such account or room: " + name));
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
