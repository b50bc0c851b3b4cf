// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.phone;

import dev.hongyan.protocol.WebReply;
import dev.hongyan.server.world.Account;
import dev.hongyan.server.world.World;

/** What somebody noted about the people and rooms that he knows, and which rooms wait for him. */
record ReadBook(World world) implements PhoneCall {

  @Override
  public String method() {
    return "GET";
  }

  @Override
  public String path() {
    return "book";
  }

  @Override
  public WebReply answer(Ask ask) {
    Account account = new Directory(world).actor("account", ask.parameter("account"));
    return Replies.ok(json -> {
      Replies.array(
          json,
          "contacts",
          world.contacts().of(account.id()),
          (out, contact) -> {
            out.writeStringProperty("id", contact.account().name());
            People.tellNotes(out, contact.notes());
          });
      Replies.array(
          json,
          "rooms",
          world.rooms().of(account.id()),
          (out, membership) -> {
            out.writeStringProperty("id", membership.room().name());
            People.tellPlace(out, membership.saved(), membership.pinned(), membership.muted());
          });
      Replies.array(
          json,
          "invitations",
          world.memberships().invitations(account.id()),
          (out, invitation) -> {
            out.writeStringProperty("room", invitation.room().name());
            out.writeStringProperty("by", invitation.by().name());
            out.writeStringProperty("time", invitation.time().toString());
          });
    });
  }
}
