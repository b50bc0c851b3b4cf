// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client;

import dev.hongyan.client.contact.AddressBook;
import dev.hongyan.client.message.SendOutcome;
import dev.hongyan.client.send.Outbox;
import dev.hongyan.protocol.SessionEndedException;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.contact.Contact;
import dev.hongyan.protocol.contact.Member;
import java.util.List;
import java.util.Optional;

/**
 * The conversation with one person, room or special account: the handle that acts. Good as long as
 * its session; safe for many threads.
 */
public final class Chat {

  private final UserName userName;
  private final AddressBook book;
  private final Outbox outbox;

  Chat(UserName userName, AddressBook book, Outbox outbox) {
    this.userName = userName;
    this.book = book;
    this.outbox = outbox;
  }

  /** Whose chat this is, within this session. */
  public UserName userName() {
    return userName;
  }

  /** What to call it: our remark, or its own name; the user name if we know no better. */
  public String name() {
    return contact().map(Contact::shownName).filter(n -> !n.isEmpty()).orElse(userName.value());
  }

  /** Whether several people are in it. */
  public boolean isRoom() {
    return userName.isRoom();
  }

  /** What is known of the other side. */
  public Optional<Contact> contact() {
    return book.find(userName);
  }

  /** Who is in the room; empty for a private chat. */
  public List<Member> members() {
    return contact().map(contact -> contact.room().members()).orElse(List.of());
  }

  /**
   * Sends a text and waits for its outcome: for its turn first, for some minutes at most if nobody
   * answers. It is kept before it is sent; interrupted, it is repeated at the next start.
   *
   * @param text plain, with {@code \n} between lines, not empty
   * @throws SessionEndedException if another process has ended the session that this one shares
   */
  public SendOutcome send(String text) throws InterruptedException {
    return outbox.send(userName, text);
  }

  @Override
  public String toString() {
    return "chat " + userName;
  }
}
