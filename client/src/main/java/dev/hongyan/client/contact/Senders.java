// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.contact;

import dev.hongyan.client.message.Sender;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.WebWxException;
import dev.hongyan.protocol.contact.Contact;
import dev.hongyan.protocol.contact.Member;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out who wrote a message, asking the server about those we do not know. */
public final class Senders {

  private static final Logger LOG = LoggerFactory.getLogger(Senders.class);

  private final Directory directory;

  public Senders(Directory directory) {
    this.directory = directory;
  }

  /** The other side of a private chat. */
  public Sender inPrivate(UserName person) throws InterruptedException {
    if (directory.book().find(person).isEmpty()) {
      ask(() -> directory.fetch(List.of(person)));
    }
    return new Sender(person, nameOf(person), false);
  }

  /** Someone in a room: first our remark, then the name within the room, then the own name. */
  public Sender inRoom(UserName room, UserName person) throws InterruptedException {
    if (directory.book().member(room, person).isEmpty()) {
      ask(() -> directory.fetch(List.of(room)));
    }
    Optional<Member> member = directory.book().member(room, person);
    if (member.isEmpty() && directory.book().find(person).isEmpty()) {
      ask(() -> directory.fetchMember(room, person));
    }
    String remark =
        directory.book().find(person).map(contact -> contact.names().remarkName()).orElse("");
    String name = member.map(Member::shownName).orElseGet(() -> nameOf(person));
    return new Sender(person, remark.isEmpty() ? name : remark, false);
  }

  /** Makes sure that we know the room itself, for messages without a sender. */
  public void knowChat(UserName chat) throws InterruptedException {
    if (!chat.isSpecial() && directory.book().find(chat).isEmpty()) {
      ask(() -> directory.fetch(List.of(chat)));
    }
  }

  private String nameOf(UserName person) {
    return directory.book().find(person).map(Contact::shownName).orElse("");
  }

  /** A message must not wait for ever for a name. */
  private static void ask(Question question) throws InterruptedException {
    try {
      question.ask();
    } catch (WebWxException e) {
      LOG.info("a sender stays without a name: {}", e.getMessage());
    }
  }

  private interface Question {
    void ask() throws InterruptedException;
  }
}
