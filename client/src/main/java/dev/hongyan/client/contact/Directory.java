// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.contact;

import dev.hongyan.client.event.Event;
import dev.hongyan.client.session.Retry;
import dev.hongyan.client.session.Session;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.WebWxException;
import dev.hongyan.protocol.contact.Contact;
import dev.hongyan.protocol.contact.ContactBatch;
import dev.hongyan.protocol.contact.ContactBatch.Entry;
import dev.hongyan.protocol.contact.ContactPage;
import dev.hongyan.protocol.sync.ContactChange;
import dev.hongyan.protocol.sync.Init;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fills the address book from the server (protocol reference 3.8, 3.9). */
public final class Directory {

  /** Pages of 80 were reported, and accounts of 10,000 friends: 125 pages. */
  private static final int MOST_PAGES = 200;

  private static final int TRIES = 5;

  private static final Logger LOG = LoggerFactory.getLogger(Directory.class);

  private final Session session;
  private final AddressBook book;
  private final Retry retry;
  private final RoomWatch watch;
  private final RoomOwners owners;

  /**
   * A directory of this session.
   *
   * @param events is told what has changed in rooms
   */
  public Directory(
      Session session, AddressBook book, Retry retry, Consumer<? super Event.OfSession> events) {
    this.session = session;
    this.book = book;
    this.retry = retry;
    this.watch = new RoomWatch(events);
    this.owners = new RoomOwners(session, events);
  }

  /** Whom we know of. */
  public AddressBook book() {
    return book;
  }

  /** Who owns a room, if that is known. */
  public Optional<UserName> owner(UserName room) {
    return book.find(room).flatMap(owners::of);
  }

  /**
   * Loads all contacts, and all rooms that are known so far with their members.
   *
   * @param progress is told how many are known after each call
   */
  public void load(Init.Reply init, IntConsumer progress) throws InterruptedException {
    loadPages(Retry.UNTIL_AWAKE, progress);
    init.recent().forEach(book::hint);
    fetchUnknown(
        Stream.concat(init.chats().stream(), session.rooms().names().stream()),
        Retry.UNTIL_AWAKE,
        progress);
  }

  /** Loads all contacts anew, and all rooms that are known with their members. */
  public void load(IntConsumer progress) throws InterruptedException {
    loadPages(TRIES, progress);
    fetchUnknown(session.rooms().names().stream(), TRIES, progress);
  }

  /** Rooms come without members in the list, and half empty in init. */
  private void fetchUnknown(Stream<UserName> chats, int tries, IntConsumer progress)
      throws InterruptedException {
    Set<UserName> wanted = new LinkedHashSet<>();
    Stream.concat(book.all().stream().map(Contact::userName), chats)
        .filter(name -> name.isRoom() || (!name.isSpecial() && book.find(name).isEmpty()))
        .forEach(wanted::add);
    fetch(wanted, tries, progress);
    owners.meet(rooms());
    shareRooms();
    session.rooms().names().stream()
        .filter(room -> book.find(room).isEmpty())
        .forEach(session::forgetRoom);
  }

  /** Stops on 0, and on a number seen before: a server that goes in circles must not keep us. */
  private void loadPages(int tries, IntConsumer progress) throws InterruptedException {
    if (!session.profile().knowsContacts()) {
      return;
    }
    Set<Long> seen = new HashSet<>();
    long seq = 0;
    for (int pages = 0; pages < MOST_PAGES && seen.add(seq); pages++) {
      ContactPage.Reply page = page(seq, tries);
      page.contacts().forEach(book::put);
      progress.accept(book.size());
      seq = page.seq();
      if (seq == 0) {
        return;
      }
    }
  }

  private ContactPage.Reply page(long seq, int tries) throws InterruptedException {
    return retry.read(
        tries,
        () ->
            session.demand(
                ContactPage.CALL,
                keys -> new ContactPage.Request(keys.base().skey(), keys.passTicket(), seq)));
  }

  /** Fetches rooms with their members, and people, by name, fifty at a time. */
  public void fetch(Collection<UserName> names) throws InterruptedException {
    fetch(names, TRIES, _ -> {});
    noteRooms();
  }

  private void fetch(Collection<UserName> names, int tries, IntConsumer progress)
      throws InterruptedException {
    for (List<Entry> entries : batches(names)) {
      retry.read(tries, () -> batch(entries));
      progress.accept(book.size());
    }
  }

  /**
   * Fetches these if that works at the first try; otherwise what is known has to do.
   *
   * @return whether it worked
   */
  public boolean refresh(Collection<UserName> names) throws InterruptedException {
    try {
      for (List<Entry> entries : batches(names)) {
        batch(entries);
      }
      noteRooms();
      return true;
    } catch (WebWxException e) {
      LOG.info("contacts stay as they are: {}", e.getMessage());
      return false;
    }
  }

  /** Lays a change over what is known. It tells less than a contact, but for a room's owner. */
  public Contact change(ContactChange change) {
    Contact changed = book.change(change, session.self().userName());
    if (book.find(changed.userName()).isPresent()) { // a full book takes nobody in
      owners.told(change);
    }
    return changed;
  }

  /** Somebody is no contact any more, or a room none of ours. */
  public void forget(UserName name) {
    book.remove(name);
    watch.forget(name);
    session.forgetRoom(name);
  }

  private void noteRooms() {
    owners.see(rooms());
    shareRooms();
  }

  private void shareRooms() {
    session.knowRooms(rooms().stream().map(Contact::userName).toList());
  }

  private List<Contact> rooms() {
    return book.all().stream().filter(contact -> contact.userName().isRoom()).toList();
  }

  /** None where there is nobody to ask about. */
  private List<List<Entry>> batches(Collection<UserName> names) {
    Collection<UserName> asked = session.profile().knowsContacts() ? names : List.of();
    return asked.stream()
        .map(Entry::of)
        .gather(Gatherers.windowFixed(ContactBatch.MAX_ENTRIES))
        .toList();
  }

  /** Fetches a member of a room who is not in the room's own list. */
  public void fetchMember(UserName room, UserName member) throws InterruptedException {
    if (session.profile().knowsContacts()) {
      retry.read(TRIES, () -> batch(List.of(Entry.of(member, room))));
    }
  }

  private int batch(List<Entry> entries) throws InterruptedException {
    ContactBatch.Reply reply =
        session.demand(
            ContactBatch.CALL,
            keys -> new ContactBatch.Request(keys.base(), keys.passTicket(), entries));
    List<Contact> known = reply.contacts().stream().filter(Directory::hasContent).toList();
    for (Contact contact : known) {
      book.put(contact);
      book.find(contact.userName()).ifPresent(watch::see);
    }
    return known.size();
  }

  /** An unknown name comes back as an entry without content (protocol reference, Appendix D). */
  private static boolean hasContent(Contact contact) {
    return !contact.names().nickName().isEmpty() || !contact.room().members().isEmpty();
  }
}
