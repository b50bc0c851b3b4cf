// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import java.time.Instant;
import java.util.List;

/** One thing that a session is to hear, at its place in the session's row. */
public sealed interface Mail {

  /** The place: 1, 2, 3 … in each session. */
  long seq();

  /** Whom and what it is about. */
  List<ChatId> mentioned();

  /** A message. */
  record Arrived(long seq, Message message) implements Mail {

    @Override
    public List<ChatId> mentioned() {
      return List.of(message.from(), message.to());
    }
  }

  /** An address book entry, a chat room or its members are not what they were; look it up. */
  record Changed(long seq, ChatId subject) implements Mail {

    @Override
    public List<ChatId> mentioned() {
      return List.of(subject);
    }
  }

  /** An address book entry is new; look it up. */
  record Added(long seq, AccountId subject) implements Mail {

    @Override
    public List<ChatId> mentioned() {
      return List.of(subject);
    }
  }

  /** An address book entry or a chat room is gone. */
  record Removed(long seq, ChatId subject) implements Mail {

    @Override
    public List<ChatId> mentioned() {
      return List.of(subject);
    }
  }

  /** The account itself is not what it was. */
  record ProfileChanged(long seq) implements Mail {

    @Override
    public List<ChatId> mentioned() {
      return List.of();
    }
  }

  /**
   * What the phone does with its chats (protocol reference 5.15).
   *
   * @param id its own id, for it travels among the messages
   */
  record ChatsNoticed(long seq, MessageId id, Notice notice, List<ChatId> chats, Instant time)
      implements Mail {

    public ChatsNoticed {
      chats = List.copyOf(chats);
    }

    @Override
    public List<ChatId> mentioned() {
      return chats;
    }
  }

  /** What the phone did. */
  enum Notice {
    /** A chat was read. */
    READ,
    /** A chat was opened. */
    ENTERED,
    /** These are the current chats. */
    CURRENT,
    /** A chat was left. */
    LEFT
  }

  /** What to expect of mail, without opening it: in the order in which a session is told. */
  enum Topic {
    /** Messages, and what travels among them. */
    MESSAGE,
    /** Chat rooms changed. */
    CHAT,
    /** People changed. */
    CONTACT,
    /** People came or went. */
    ADDRESS_BOOK
  }
}
