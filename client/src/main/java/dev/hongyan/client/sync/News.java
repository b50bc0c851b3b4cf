// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.sync;

import dev.hongyan.client.contact.AddressBook;
import dev.hongyan.client.contact.Directory;
import dev.hongyan.client.event.Event;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.message.MessageItem;
import dev.hongyan.protocol.message.MessageKind;
import dev.hongyan.protocol.message.StatusNote;
import dev.hongyan.protocol.sync.Sync;
import java.util.List;
import java.util.function.Consumer;

/** What a sync brings besides messages: contacts that changed, and chats of the phone. */
final class News {

  private final Directory directory;
  private final Introductions introductions;
  private final Consumer<Event> events;

  News(Directory directory, Introductions introductions, Consumer<Event> events) {
    this.directory = directory;
    this.introductions = introductions;
    this.events = events;
  }

  /** Whether this is a message of a chat, not a note about one (protocol reference 5.15). */
  static boolean isMessage(MessageItem item) {
    return item.type() != MessageKind.STATUS;
  }

  /** Brings the address book up to date, and tells what is new. */
  void take(Sync.Reply reply) throws InterruptedException {
    AddressBook book = directory.book();
    List<UserName> changed =
        reply.changes().stream().map(change -> directory.change(change).userName()).toList();
    // A change tells less than a contact: the whole is read again (protocol reference 4.6).
    directory.refresh(changed);
    changed.stream()
        .flatMap(name -> book.find(name).stream())
        .forEach(contact -> events.accept(new Event.ContactChanged(contact)));
    for (var gone : reply.gone()) {
      directory.forget(gone.userName());
      events.accept(new Event.ContactRemoved(gone.userName()));
    }
    directory.refresh(unknownChats(reply));
    reply.messages().stream().filter(item -> !isMessage(item)).forEach(this::noted);
  }

  private void noted(MessageItem note) {
    introductions.learn(note, note.to());
    events.accept(new Event.PhoneNoted(note.note()));
  }

  private List<UserName> unknownChats(Sync.Reply reply) {
    return reply.messages().stream()
        .filter(item -> !isMessage(item) && item.note().code() == StatusNote.CHATS)
        .flatMap(item -> item.note().chats().stream())
        .distinct()
        .filter(name -> !name.isSpecial() && directory.book().find(name).isEmpty())
        .toList();
  }
}
