// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.endpoint;

import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.Status;
import dev.hongyan.protocol.StatusReply;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.contact.VerifyContact;
import dev.hongyan.server.world.Account;
import dev.hongyan.server.world.AccountId;
import dev.hongyan.server.world.AccountKind;
import dev.hongyan.server.world.Breach;
import dev.hongyan.server.world.FriendRequests;
import dev.hongyan.server.world.World;
import java.util.Optional;

/** Carries friend requests, and yes to them (protocol reference 3.27). */
record VerifyContactEndpoint(
    World world, SessionCheck check, ContactCards cards, Violations violations)
    implements SessionEndpoint<VerifyContact.Request, StatusReply> {

  @Override
  public Call<VerifyContact.Request, StatusReply> call() {
    return VerifyContact.CALL;
  }

  @Override
  public Claim claim(VerifyContact.Request question) {
    return Claim.of(question.base(), question.passTicket());
  }

  /** Asking is counted, accepting is free. */
  @Override
  public boolean countsItself() {
    return true;
  }

  @Override
  public StatusReply refused(Status status) {
    return new StatusReply(status);
  }

  @Override
  public WebReply answer(VerifyContact.Request question, Guest guest) {
    return call().answer(new StatusReply(Status.of(ret(question, guest))));
  }

  private Retcode ret(VerifyContact.Request question, Guest guest) {
    if (question.targets().size() != 1) {
      violations.add(Breach.WRONG_FIELD, guest, "VerifyUserList");
      return Retcode.PARAMETER_ERROR;
    }
    VerifyContact.Target target = question.targets().getFirst();
    Optional<Account> other =
        cards
            .visibleAccount(target.userName(), guest)
            .filter(found -> found.kind() == AccountKind.PERSON && !guest.is(found.id()));
    if (other.isEmpty()) {
      violations.add(Breach.UNKNOWN_USER_NAME, guest, "Value");
      return Retcode.PARAMETER_ERROR;
    }
    return switch (question.operation()) {
      case VerifyContact.REQUEST -> ask(other.get().id(), question.greeting(), guest);
      case VerifyContact.ACCEPT -> accept(other.get().id(), target, guest);
      default -> {
        violations.add(Breach.WRONG_FIELD, guest, "Opcode " + question.operation());
        yield Retcode.PARAMETER_ERROR;
      }
    };
  }

  private Retcode ask(AccountId other, String greeting, Guest guest) {
    if (greeting.codePointCount(0, greeting.length()) > FriendRequests.GREETING_LIMIT) {
      violations.add(Breach.TEXT_TOO_LONG, guest, "VerifyContent");
      return Retcode.PARAMETER_ERROR;
    }
    if (!check.allows(guest)) {
      return Retcode.TOO_FREQUENT;
    }
    world.friendRequests().ask(guest.account().id(), other, greeting);
    return Retcode.OK;
  }

  /** Said twice it is true once. */
  private Retcode accept(AccountId other, VerifyContact.Target target, Guest guest) {
    AccountId self = guest.account().id();
    boolean accepted =
        world.friendRequests().acceptWith(self, other, target.ticket().value())
            || world.contacts().find(self, other).isPresent();
    if (!accepted) {
      violations.add(Breach.WRONG_FIELD, guest, "VerifyUserTicket");
    }
    return accepted ? Retcode.OK : Retcode.PARAMETER_ERROR;
  }
}
