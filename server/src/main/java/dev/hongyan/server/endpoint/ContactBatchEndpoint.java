// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.endpoint;

import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.Status;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.contact.Contact;
import dev.hongyan.protocol.contact.ContactBatch;
import dev.hongyan.server.world.Breach;
import dev.hongyan.server.world.ChatId;
import java.util.Optional;

/** Gives rooms with their members, and people, by name (protocol reference 3.9). */
record ContactBatchEndpoint(SessionCheck check, ContactCards cards, Violations violations)
    implements SessionEndpoint<ContactBatch.Request, ContactBatch.Reply> {

  @Override
  public Call<ContactBatch.Request, ContactBatch.Reply> call() {
    return ContactBatch.CALL;
  }

  @Override
  public Claim claim(ContactBatch.Request question) {
    return Claim.of(question.base(), question.passTicket());
  }

  @Override
  public ContactBatch.Reply refused(Status status) {
    return ContactBatch.Reply.refused(status);
  }

  @Override
  public WebReply answer(ContactBatch.Request question, Guest guest) {
    if (guest.isFileHelper()) {
      violations.addUnusual(guest);
    }
    int count = question.entries().size();
    if (count > ContactBatch.MAX_ENTRIES) {
      violations.add(Breach.BATCH_TOO_LARGE, guest, count + " entries");
      return call().answer(refused(Status.of(Retcode.PARAMETER_ERROR)));
    }
    return call()
        .answer(
            new ContactBatch.Reply(
                Status.OK,
                question.entries().stream().map(entry -> card(entry.userName(), guest)).toList()));
  }

  /** An unknown name keeps its place: one client replaces by index (protocol reference 3.9). */
  private Contact card(UserName name, Guest guest) {
    Optional<ChatId> id = cards.open(name, guest);
    if (id.isEmpty()) {
      violations.add(Breach.UNKNOWN_USER_NAME, guest, "UserName");
    }
    // No breach: notes of a room that was left meanwhile still bring its name.
    return id.flatMap(known -> cards.of(known, guest))
        .map(ContactBatchEndpoint::withoutKey)
        .orElseGet(() -> Contact.of(name));
  }

  /** In batches the pictures' addresses end without the key. */
  private static Contact withoutKey(Contact card) {
    String picture = card.headImage();
    int key = picture.lastIndexOf("skey=");
    return new Contact(
        card.uin(),
        card.userName(),
        card.names(),
        card.traits(),
        key < 0 ? picture : picture.substring(0, key + "skey=".length()),
        card.flags(),
        card.room());
  }
}
