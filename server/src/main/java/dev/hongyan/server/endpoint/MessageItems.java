// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.endpoint;

import dev.hongyan.protocol.MessageId;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.message.Delivery;
import dev.hongyan.protocol.message.FriendRequest;
import dev.hongyan.protocol.message.MediaFields;
import dev.hongyan.protocol.message.MessageItem;
import dev.hongyan.protocol.message.MessageKind;
import dev.hongyan.protocol.message.Recommendation;
import dev.hongyan.protocol.message.RoomPrefix;
import dev.hongyan.protocol.message.StatusNote;
import dev.hongyan.protocol.message.WireStyle;
import dev.hongyan.protocol.message.WireText;
import dev.hongyan.server.world.Account;
import dev.hongyan.server.world.AccountId;
import dev.hongyan.server.world.ChatId;
import dev.hongyan.server.world.Content;
import dev.hongyan.server.world.Mail;
import dev.hongyan.server.world.Message;
import dev.hongyan.server.world.RoomId;
import dev.hongyan.server.world.Switch;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Messages and status notes as a guest hears of them (protocol reference 5). */
record MessageItems(ContactCards cards) {

  private static final int NORMAL = 3;

  /**
   * A message.
   *
   * @param people everybody whom the guest's page of mail mentions
   */
  MessageItem of(Message message, Map<AccountId, Account> people, Guest guest) {
    if (message.content() instanceof Content.Request request) {
      return asked(message, request, guest);
    }
    UserName self = guest.self();
    // What the service says comes from the chat, whoever it is about.
    boolean mine = guest.is(message.from()) && !(message.content() instanceof Content.Note);
    UserName sender = guest.name(person(people, message.from()));
    return switch (message.to()) {
      case RoomId room -> {
        UserName chat = guest.name(room);
        yield mine
            ? item(message, self, chat, content(message))
            : item(message, chat, self, prefixed(message, sender));
      }
      case AccountId to -> {
        UserName other = guest.name(person(people, to));
        yield mine && !seemsToCome(other, guest)
            ? item(message, self, other, content(message))
            : item(message, mine ? other : sender, self, content(message));
      }
    };
  }

  /** Whether what the guest wrote to this account looks to him as if it came from there. */
  private static boolean seemsToCome(UserName other, Guest guest) {
    return other.equals(UserName.FILE_HELPER)
        && guest.switched(Switch.FILE_HELPER_SENDER) == Switch.NoteSender.FILEHELPER;
  }

  /** Somebody asks to be a friend; the service brings it (protocol reference 5.10). */
  private MessageItem asked(Message message, Content.Request request, Guest guest) {
    Account asker = cards.world().accounts().account(request.asker());
    UserName from = cards.name(message.from(), guest);
    Delivery delivery =
        new Delivery(
            new MessageId(message.id().value()), from, guest.self(), UserName.NONE, message.time());
    return new FriendRequest(
            cards.stranger(asker, guest),
            request.text(),
            new Secret(request.ticket()),
            request.scene())
        .item(
            delivery, new WireStyle(new WireStyle.MediaContent.Xml(), false, _ -> asker.realId()));
  }

  private static Account person(Map<AccountId, Account> people, AccountId id) {
    Account person = people.get(id);
    if (person == null) {
      throw new IllegalStateException("a page of mail lacks somebody whom it mentions");
    }
    return person;
  }

  private static String content(Message message) {
    return WireText.encode(message.content().text());
  }

  /** In rooms the sender stands before what he says, but not before what the service says. */
  private static String prefixed(Message message, UserName sender) {
    return message.content() instanceof Content.Note
        ? content(message)
        : new RoomPrefix(sender, content(message)).join();
  }

  private static MessageItem item(Message message, UserName from, UserName to, String content) {
    int type =
        switch (message.content()) {
          case Content.Note _ -> MessageKind.NOTE;
          default -> MessageKind.TEXT;
        };
    return item(message.id().value(), from, to, type, content, message.time(), StatusNote.NONE);
  }

  private static MessageItem item(
      long id,
      UserName from,
      UserName to,
      int type,
      String content,
      Instant time,
      StatusNote note) {
    return new MessageItem(
        new MessageId(id),
        from,
        to,
        type,
        content,
        NORMAL,
        time,
        MediaFields.NONE,
        0,
        note,
        Recommendation.NONE,
        0,
        "");
  }

  /** What the phone did with its chats. */
  MessageItem of(Mail.ChatsNoticed noticed, Guest guest) {
    List<UserName> chats = cards.names(noticed.chats(), guest);
    boolean list = noticed.notice() == Mail.Notice.CURRENT;
    UserName to = list || chats.isEmpty() ? guest.self() : chats.getFirst();
    int code = code(noticed.notice());
    return item(
        noticed.id().value(),
        guest.self(),
        to,
        MessageKind.STATUS,
        noticeContent(code, noticed.chats(), guest),
        noticed.time(),
        new StatusNote(code, chats));
  }

  private static int code(Mail.Notice notice) {
    return switch (notice) {
      case READ -> StatusNote.READ;
      case ENTERED -> StatusNote.OPENED;
      case CURRENT -> StatusNote.CHATS;
      case LEFT -> StatusNote.LEFT;
    };
  }

  /** Until 2018 the real ids were told, in the same order (protocol reference 5.15). */
  private String noticeContent(int code, List<ChatId> chats, Guest guest) {
    if (guest.switched(Switch.NOTICE_CONTENT) == Switch.NoticeContent.EMPTY) {
      return "";
    }
    String ids = chats.stream().map(cards::realId).collect(Collectors.joining(","));
    return WireText.encode(
        "<msg><op id='%d'><username>%s</username></op></msg>".formatted(code, ids));
  }
}
