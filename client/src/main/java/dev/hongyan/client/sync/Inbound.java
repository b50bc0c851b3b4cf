// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.sync;

import dev.hongyan.client.contact.Senders;
import dev.hongyan.client.message.Message;
import dev.hongyan.client.message.Sender;
import dev.hongyan.client.session.Session;
import dev.hongyan.client.store.Arrival;
import dev.hongyan.client.store.Pending;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.message.MessageItem;
import dev.hongyan.protocol.message.MessageJson;
import dev.hongyan.protocol.message.MessageKind;
import dev.hongyan.protocol.message.RoomPrefix;

/** Messages from the wire to the store, and from the store to handlers. */
final class Inbound {

  private final Session session;
  private final Senders senders;
  private final Introductions introductions;

  Inbound(Session session, Senders senders, Introductions introductions) {
    this.session = session;
    this.senders = senders;
    this.introductions = introductions;
  }

  /** What is kept of a message. One that has no id is known by its content. */
  Arrival arrival(MessageItem item) {
    String json = MessageJson.write(item);
    String id = item.id().isPresent() ? item.id().toString() : Hash.of(json);
    return new Arrival(id, chat(item).value(), json);
  }

  /** With whom the conversation is (protocol reference 5.2). */
  private UserName chat(MessageItem item) {
    boolean mine = !item.from().isPresent() || item.from().equals(session.self().userName());
    return mine ? item.to() : item.from();
  }

  /** What handlers get; asks the server about a sender that we do not know. */
  Message message(Pending pending) throws InterruptedException {
    MessageItem item = MessageJson.read(pending.arrival().content());
    // As found out at its arrival: after another login the account has another name.
    UserName chat = new UserName(pending.arrival().chat());
    boolean theirs = item.from().equals(chat);
    RoomPrefix parts =
        chat.isRoom() && theirs
            ? RoomPrefix.split(item.content())
            : new RoomPrefix(UserName.NONE, item.content());
    Sender sender = theirs ? sender(chat, parts.sender()) : self(item);
    // First: whoever it proves somebody to be has this message, too.
    introductions.learn(item, chat);
    return new Message(
        item.id(),
        chat,
        sender.as(introductions.of(sender.userName())),
        item.created(),
        MessageKind.of(item, parts.content()),
        item,
        pending.redelivered());
  }

  private Sender sender(UserName chat, UserName inRoom) throws InterruptedException {
    if (!chat.isRoom()) {
      return senders.inPrivate(chat);
    }
    if (inRoom.isPresent()) {
      return senders.inRoom(chat, inRoom);
    }
    senders.knowChat(chat);
    return Sender.NOBODY;
  }

  private Sender self(MessageItem item) {
    return new Sender(item.from(), session.self().names().shown(), true);
  }
}
