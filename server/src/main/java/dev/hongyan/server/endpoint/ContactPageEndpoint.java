// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.endpoint;

import dev.hongyan.protocol.BaseRequest;
import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.Status;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.contact.Contact;
import dev.hongyan.protocol.contact.ContactPage;
import dev.hongyan.server.world.BookPage;
import dev.hongyan.server.world.Switch;
import dev.hongyan.server.world.World;
import java.util.List;
import java.util.Set;

/** Gives the address book, page by page (protocol reference 3.8). */
record ContactPageEndpoint(
    World world, SessionCheck check, ContactCards cards, Violations violations)
    implements SessionEndpoint<ContactPage.Request, ContactPage.Reply> {

  @Override
  public Call<ContactPage.Request, ContactPage.Reply> call() {
    return ContactPage.CALL;
  }

  /**
   * Cookies say who asks: the call itself has no place for it. They alone are enough, since one
   * client sends nothing else with its first try (8.5).
   */
  @Override
  public Claim claim(ContactPage.Request question) {
    BaseRequest base = new BaseRequest(0, Secret.NONE, question.skey(), "");
    return new Claim(base, question.passTicket(), Set.of());
  }

  @Override
  public ContactPage.Reply refused(Status status) {
    return ContactPage.Reply.refused(status);
  }

  @Override
  public WebReply answer(ContactPage.Request question, Guest guest) {
    if (guest.isFileHelper()) {
      violations.addUnusual(guest);
      return call().answer(new ContactPage.Reply(Status.OK, List.of(cards.fileHelper(guest)), 0));
    }
    BookPage page =
        world
            .contacts()
            .book(guest.account().id(), question.seq(), guest.switched(Switch.CONTACT_PAGE_SIZE));
    return call()
        .answer(
            new ContactPage.Reply(
                Status.OK,
                page.entries().stream().map(entry -> card(entry, guest)).toList(),
                next(page, guest)));
  }

  private Contact card(BookPage.Entry entry, Guest guest) {
    return switch (entry) {
      case BookPage.Entry.Self(var account) -> cards.person(account, guest);
      case BookPage.Entry.Person(var contact) -> cards.person(contact, guest);
      case BookPage.Entry.SavedRoom(var membership) -> cards.savedRoom(membership, guest);
    };
  }

  private static long next(BookPage page, Guest guest) {
    if (!guest.switched(Switch.CONTACT_SEQ)) {
      return ContactPage.NO_SEQ;
    }
    boolean last = page.next() == 0 && !page.entries().isEmpty();
    return last && guest.switched(Switch.EMPTY_LAST_PAGE)
        ? page.entries().getLast().position()
        : page.next();
  }
}
