// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import dev.hongyan.protocol.message.Fact;
import dev.hongyan.protocol.message.Note;
import dev.hongyan.protocol.message.NoteLanguage;
import dev.hongyan.server.store.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes what the service itself says in a chat, to each reader in his language and from where he
 * stands (protocol reference 5.13). Whoever reads the same words has the same message.
 */
final class Notes {

  /** Only phones follow it. */
  private static final String INVITATION = "https://weixin.qq.com/g/";

  private final InstantSource time;
  private final MessageIds ids;
  private final Post post;

  Notes(InstantSource time, MessageIds ids, Post post) {
    this.time = time;
    this.ids = ids;
    this.post = post;
  }

  /** Notes that are written in one go. */
  final class Sheet {

    private final Sql sql;
    private final AccountId about;
    private final Optional<RoomId> room;
    private final Map<String, Message> written = new HashMap<>();

    private Sheet(Sql sql, AccountId about, Optional<RoomId> room) {
      this.sql = sql;
      this.about = about;
      this.room = room;
    }

    /** Tells a reader this at once. */
    void tell(Account reader, Fact fact) throws SQLException {
      Message note = of(reader, fact);
      post.delivered(sql, reader.id(), note, note.chatOf(reader.id()));
      post.arrived(sql, reader.id(), note);
    }

    /** Tells a reader this on his phone, and his session with the room's next message. */
    void tellLater(Account reader, Fact fact) throws SQLException {
      Message note = of(reader, fact);
      post.delivered(sql, reader.id(), note, note.chatOf(reader.id()));
      post.arrivesLater(sql, reader.id(), note, room.orElseThrow());
    }

    private Message of(Account reader, Fact fact) throws SQLException {
      String text = text(reader, fact);
      Message known = room.isPresent() ? written.get(text) : null;
      if (known != null) {
        return known;
      }
      Message note = note(reader, text);
      MessageTable.insert(sql, note);
      written.put(text, note);
      return note;
    }

    private Message note(Account reader, String text) {
      Instant now = time.instant();
      ChatId to = room.<ChatId>map(id -> id).orElse(reader.id());
      return new Message(
          ids.next(now),
          about,
          to,
          new Content.Note(text),
          now,
          Optional.empty(),
          Optional.empty());
    }
  }

  /** Notes in a room, about what one of its members has done. */
  Sheet inRoom(Sql sql, RoomId room, AccountId about) {
    return new Sheet(sql, about, Optional.of(room));
  }

  /** Notes in chats with somebody. */
  Sheet inChatsWith(Sql sql, AccountId other) {
    return new Sheet(sql, other, Optional.empty());
  }

  /** The link by which somebody is asked into a large room; his phone says yes to it. */
  void invite(Sql sql, Room room, Account by, Account invited) throws SQLException {
    String name = Naming.of(sql, Optional.empty(), List.of(by.id())).name(invited.id(), by.id());
    Content link =
        switch (language(invited)) {
          case CHINESE ->
              new AppContent.Link(
                  "邀请你加入群聊",
                  "\"" + name + "\"邀请你加入群聊" + room.topic() + "，进入可查看详情。",
                  INVITATION + room.id().value(),
                  "");
          case ENGLISH ->
              new AppContent.Link(
                  "Group Chat Invitation",
                  name + " invited you to join the group chat " + room.topic() + ". Enter to view.",
                  INVITATION + room.id().value(),
                  "");
        };
    Instant now = time.instant();
    Message message =
        new Message(
            ids.next(now), by.id(), invited.id(), link, now, Optional.empty(), Optional.empty());
    MessageTable.insert(sql, message);
    post.delivered(sql, invited.id(), message, by.id());
    post.arrived(sql, invited.id(), message);
  }

  private static NoteLanguage language(Account reader) {
    return switch (reader.switches().of(Switch.LANGUAGE)) {
      case ZH_CN -> NoteLanguage.CHINESE;
      case EN_US -> NoteLanguage.ENGLISH;
    };
  }

  private static String text(Account reader, Fact fact) {
    NoteLanguage language = language(reader);
    String text = Note.of(fact, language).text();
    return fact instanceof Fact.NotAFriend ? text + verification(language) : text;
  }

  /** The link that the phone opens to ask for friendship; clients look for exactly this address. */
  private static String verification(NoteLanguage language) {
    String label =
        switch (language) {
          case CHINESE -> "发送朋友验证";
          case ENGLISH -> "Send a friend request";
        };
    return "<a href=\"weixin://findfriend/verifycontact\">" + label + "</a>";
  }
}
