// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.endpoint;

import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.Status;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.contact.SearchContact;
import dev.hongyan.server.world.World;

/** Finds people by alias or short name (protocol reference 3.34). */
record SearchContactEndpoint(World world, SessionCheck check)
    implements SessionEndpoint<SearchContact.Request, SearchContact.Reply> {

  @Override
  public Call<SearchContact.Request, SearchContact.Reply> call() {
    return SearchContact.CALL;
  }

  @Override
  public Claim claim(SearchContact.Request question) {
    return Claim.of(question.base(), question.passTicket());
  }

  @Override
  public SearchContact.Reply refused(Status status) {
    return SearchContact.Reply.refused(status);
  }

  @Override
  public WebReply answer(SearchContact.Request question, Guest guest) {
    if (guest.isFileHelper()) {
      return call().answer(refused(Status.of(Retcode.NO_ACCESS)));
    }
    return call()
        .answer(
            new SearchContact.Reply(
                Status.OK,
                world.contacts().search(guest.account().id(), question.keyWord()).stream()
                    .map(guest::name)
                    .toList()));
  }
}
