// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client;

import dev.hongyan.client.contact.AddressBook;
import dev.hongyan.client.contact.Directory;
import dev.hongyan.client.contact.Friends;
import dev.hongyan.client.contact.Rooms;
import dev.hongyan.client.event.Event;
import dev.hongyan.client.identity.Identities;
import dev.hongyan.client.identity.IdentityStore;
import dev.hongyan.client.media.Downloader;
import dev.hongyan.client.media.Uploader;
import dev.hongyan.client.send.ClientIds;
import dev.hongyan.client.send.Courier;
import dev.hongyan.client.send.Outbox;
import dev.hongyan.client.send.Pacer;
import dev.hongyan.client.send.Recalls;
import dev.hongyan.client.service.Service;
import dev.hongyan.client.session.Retry;
import dev.hongyan.client.session.Session;
import dev.hongyan.client.store.Mailbox;
import dev.hongyan.client.sync.Originals;
import dev.hongyan.protocol.UserName;
import java.util.function.Consumer;

/**
 * A session and what works with it.
 *
 * @param directory whom we know of, and how to find out more
 * @param identities who is who across logins
 * @param friends how to change what there is with people
 * @param rooms how to open and change rooms
 * @param service what to ask of the service itself
 * @param outbox how to send
 * @param recalls how to take back what was sent
 * @param originals what messages said that were taken back
 * @param downloader how to fetch pictures and files
 */
record Connection(
    Session session,
    Directory directory,
    Identities identities,
    Friends friends,
    Rooms rooms,
    Service service,
    Outbox outbox,
    Recalls recalls,
    Originals originals,
    Downloader downloader) {

  static Connection of(
      Session session,
      Mailbox mailbox,
      IdentityStore known,
      Consumer<? super Event.OfSession> events,
      Pacer pacer,
      Options options) {
    Retry retry = new Retry(options.time(), options.randomness());
    ClientIds ids = new ClientIds(options.time(), options.randomness(), options.profile().app());
    AddressBook book = new AddressBook();
    Directory directory = new Directory(session, book, retry, events);
    Identities identities =
        new Identities(
            known,
            session.id(),
            session.self(),
            book::all,
            options.randomness(),
            change -> events.accept(new Event.IdentityChanged(change)));
    Uploader uploader = new Uploader(session, retry, options.time());
    Downloader downloader = new Downloader(options.time(), options.randomness());
    Courier courier = new Courier(session, retry, pacer, uploader, downloader);
    return new Connection(
        session,
        directory,
        identities,
        new Friends(session, directory, retry),
        new Rooms(session, directory, retry, pacer),
        new Service(session, retry),
        new Outbox(session, mailbox.outbox(), ids, pacer, courier, options.time()),
        new Recalls(session, ids, retry),
        new Originals(mailbox.inbox(), session, directory, identities),
        downloader);
  }

  Chat chat(UserName name) {
    return new Chat(name, this);
  }
}
