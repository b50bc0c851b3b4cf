// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.endpoint;

import dev.hongyan.protocol.Call;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.Status;
import dev.hongyan.protocol.WebReply;
import dev.hongyan.protocol.contact.Contact;
import dev.hongyan.protocol.sync.Init;
import dev.hongyan.server.world.ChatId;
import dev.hongyan.server.world.InitRooms;
import dev.hongyan.server.world.Session;
import dev.hongyan.server.world.Switch;
import dev.hongyan.server.world.World;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Begins a session, or begins it again: nothing unacknowledged is skipped (Appendix D). */
record InitEndpoint(World world, InstantSource time, SessionCheck check, ContactCards cards)
    implements SessionEndpoint<Init.Request, Init.Reply> {

  /** Chats that come as objects: about ten on the service (protocol reference 3.6). */
  private static final int RECENT = 10;

  /** Chats that come as names only: one client asks for more than fifty at once (8.5). */
  static final int NAMED = 50;

  @Override
  public Call<Init.Request, Init.Reply> call() {
    return Init.CALL;
  }

  /** After a page reload the key is empty and the cookies prove it (protocol reference 2.8). */
  @Override
  public Claim claim(Init.Request question) {
    return new Claim(
        question.base(),
        question.passTicket(),
        Set.of(Needed.SID, Needed.PASS_TICKET, Needed.DEVICE_ID));
  }

  @Override
  public Init.Reply refused(Status status) {
    return Init.Reply.refused(status);
  }

  @Override
  public WebReply answer(Init.Request question, Guest guest) {
    Session session = guest.session();
    List<ChatId> chats =
        guest.isFileHelper()
            ? List.of(cards.fileHelper())
            : world.chats().recent(session.account(), NAMED);
    List<Contact> recent =
        chats.stream()
            .limit(RECENT)
            .map(chat -> cards.of(chat, guest))
            .flatMap(Optional::stream)
            .map(card -> completed(card, guest))
            .toList();
    return call()
        .answer(
            new Init.Reply(
                Status.OK,
                recent,
                CursorReading.first(session, session.acknowledged()),
                cards.self(guest),
                cards.names(chats, guest),
                new Secret(session.secrets().skey()),
                time.instant(),
                List.of()));
  }

  private Contact completed(Contact card, Guest guest) {
    return guest.switched(Switch.INIT_ROOMS) == InitRooms.COMPLETE
        ? card
        : cards.halfEmpty(card, guest);
  }
}
