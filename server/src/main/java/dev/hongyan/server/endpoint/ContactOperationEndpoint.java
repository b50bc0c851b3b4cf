// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.endpoint;

import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.Status;
import dev.hongyan.protocol.StatusReply;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.contact.ContactOperation;
import dev.hongyan.server.world.AccountId;
import dev.hongyan.server.world.Breach;
import dev.hongyan.server.world.ChatId;
import dev.hongyan.server.world.ContactEdit;
import dev.hongyan.server.world.Contacts;
import dev.hongyan.server.world.MemberEdit;
import dev.hongyan.server.world.RoomId;
import dev.hongyan.server.world.World;
import java.util.Optional;

/** Gives remarks and pins chats (protocol reference 3.26); the change comes with a sync. */
record ContactOperationEndpoint(
    World world, SessionCheck check, ContactCards cards, Violations violations)
    implements SessionEndpoint<ContactOperation.Request, StatusReply> {

  @Override
  public Call<ContactOperation.Request, StatusReply> call() {
    return ContactOperation.CALL;
  }

  @Override
  public Claim claim(ContactOperation.Request question) {
    return Claim.of(question.base(), question.passTicket());
  }

  @Override
  public StatusReply refused(Status status) {
    return new StatusReply(status);
  }

  @Override
  public WebReply answer(ContactOperation.Request question, Guest guest) {
    return call().answer(new StatusReply(Status.of(ret(question, guest))));
  }

  private Retcode ret(ContactOperation.Request question, Guest guest) {
    Optional<ChatId> subject = cards.visible(question.userName(), guest);
    if (subject.isEmpty()) {
      violations.add(Breach.UNKNOWN_USER_NAME, guest, "UserName");
      return Retcode.PARAMETER_ERROR;
    }
    String remark = question.remark();
    if (remark.codePointCount(0, remark.length()) > Contacts.REMARK_LIMIT) {
      violations.add(Breach.WRONG_FIELD, guest, "RemarkName");
      return Retcode.PARAMETER_ERROR;
    }
    return switch (question.command()) {
      case ContactOperation.REMARK ->
          edit(subject.get(), ContactEdit.NONE.remark(remark), MemberEdit.NONE, guest);
      // The remark comes along with the pin: one that is left out is erased (3.26).
      case ContactOperation.PIN ->
          edit(
              subject.get(),
              ContactEdit.NONE.remark(remark).pinned(question.isPinned()),
              MemberEdit.NONE.pinned(question.isPinned()),
              guest);
      default -> {
        violations.add(Breach.WRONG_FIELD, guest, "CmdId " + question.command());
        yield Retcode.PARAMETER_ERROR;
      }
    };
  }

  /** A room has no remark; a stranger has neither remark nor pin. */
  private Retcode edit(ChatId subject, ContactEdit contact, MemberEdit member, Guest guest) {
    AccountId owner = guest.account().id();
    return switch (subject) {
      case RoomId room when !member.equals(MemberEdit.NONE) -> {
        world.rooms().edit(owner, room, member);
        yield Retcode.OK;
      }
      case AccountId other when world.contacts().find(owner, other).isPresent() -> {
        world.contacts().edit(owner, other, contact);
        yield Retcode.OK;
      }
      case RoomId _, AccountId _ -> Retcode.PARAMETER_ERROR;
    };
  }
}
