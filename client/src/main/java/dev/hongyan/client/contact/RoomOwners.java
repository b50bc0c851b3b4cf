// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.contact;

import dev.hongyan.client.event.Event;
import dev.hongyan.client.session.Session;
import dev.hongyan.client.store.KnownRooms;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.contact.Contact;
import dev.hongyan.protocol.sync.ContactChange;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Whose rooms are, and when they are passed on. A change names the owner (protocol reference 4.6);
 * a room that is read tells only whether it is the account's (4.2). Safe for many threads.
 */
final class RoomOwners {

  private final Session session;
  private final Consumer<? super Event.OfSession> events;

  RoomOwners(Session session, Consumer<? super Event.OfSession> events) {
    this.session = session;
    this.events = events;
  }

  /** Who owns a room, if that is known. */
  Optional<UserName> of(Contact room) {
    UserName self = session.self().userName();
    return room.room().isOwned()
        ? Optional.of(self)
        // What was noted of the account is over where the room says otherwise.
        : session.rooms().owner(room.userName()).filter(owner -> !owner.equals(self));
  }

  /** Takes what a change tells. */
  void told(ContactChange change) {
    UserName room = change.contact().userName();
    if (room.isRoom() && change.owner().isPresent()) {
      note(Map.of(room, change.owner()));
    }
  }

  /** Takes what rooms tell that were just read. */
  void see(Collection<Contact> rooms) {
    Map<UserName, UserName> owners = new LinkedHashMap<>();
    for (Contact room : rooms) {
      if (room.room().isOwned()) {
        owners.put(room.userName(), session.self().userName());
      }
    }
    note(owners);
  }

  /**
   * Takes what rooms tell at the beginning of a session. Those that an earlier process knew may
   * have been passed on meanwhile: the first sync tells so, to those who listen by then.
   */
  void meet(Collection<Contact> rooms) {
    KnownRooms known = session.rooms();
    see(rooms.stream().filter(room -> !known.contains(room.userName())).toList());
  }

  private void note(Map<UserName, UserName> owners) {
    KnownRooms before = session.knowOwners(owners);
    owners.forEach((room, owner) -> {
      if (isPassedOn(before, room, owner)) {
        events.accept(new Event.RoomPassedOn(room, owner));
      }
    });
  }

  /** Of a room that was not the account's it is news that it is now, whoever had it before. */
  private boolean isPassedOn(KnownRooms before, UserName room, UserName owner) {
    return before
        .owner(room)
        .map(former -> !former.equals(owner))
        .orElse(before.contains(room) && owner.equals(session.self().userName()));
  }
}
