// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.endpoint;

import dev.hongyan.protocol.MessageId;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.message.Delivery;
import dev.hongyan.protocol.message.MessageItem;
import dev.hongyan.protocol.message.MessageKind;
import dev.hongyan.protocol.message.StatusNote;
import dev.hongyan.protocol.message.WireStyle;
import dev.hongyan.server.world.Account;
import dev.hongyan.server.world.AccountId;
import dev.hongyan.server.world.Content;
import dev.hongyan.server.world.Mail;
import dev.hongyan.server.world.Message;
import dev.hongyan.server.world.NoteSender;
import dev.hongyan.server.world.NoticeContent;
import dev.hongyan.server.world.RoomId;
import dev.hongyan.server.world.Switch;
import java.util.List;
import java.util.Map;

/** Messages and status notes as a guest hears of them (protocol reference 5). */
record MessageItems(ContactCards cards, ContentKinds kinds) {

  /**
   * A message.
   *
   * @param people everybody whom the guest's page of mail mentions
   */
  MessageItem of(Message message, Map<AccountId, Account> people, Guest guest) {
    return kinds.of(message, guest).item(delivery(message, people, guest), style(message, guest));
  }

  private static Delivery delivery(Message message, Map<AccountId, Account> people, Guest guest) {
    UserName self = guest.self();
    // What the service says comes from the chat, whoever it is about.
    boolean mine = guest.is(message.from()) && !(message.content() instanceof Content.Note);
    UserName sender = guest.name(person(people, message.from()));
    MessageId id = new MessageId(message.id().value());
    return switch (message.to()) {
      case RoomId room when mine ->
          new Delivery(id, self, guest.name(room), UserName.NONE, message.time());
      case RoomId room -> new Delivery(id, guest.name(room), self, sender, message.time());
      case AccountId to when mine -> {
        UserName other = guest.name(person(people, to));
        yield seemsToCome(other, guest)
            ? new Delivery(id, other, self, UserName.NONE, message.time())
            : new Delivery(id, self, other, UserName.NONE, message.time());
      }
      case AccountId _ -> new Delivery(id, sender, self, UserName.NONE, message.time());
    };
  }

  /** Whether what the guest wrote to this account looks to him as if it came from there. */
  private static boolean seemsToCome(UserName other, Guest guest) {
    return other.equals(UserName.FILE_HELPER)
        && guest.switched(Switch.FILE_HELPER_SENDER) == NoteSender.FILEHELPER;
  }

  private static Account person(Map<AccountId, Account> people, AccountId id) {
    Account person = people.get(id);
    if (person == null) {
      throw new IllegalStateException("a page of mail lacks somebody whom it mentions");
    }
    return person;
  }

  private WireStyle style(Message message, Guest guest) {
    WireStyle.MediaContent media =
        switch (guest.switched(Switch.MEDIA_CONTENT)) {
          case XML -> new WireStyle.MediaContent.Xml();
          case OPAQUE ->
              new WireStyle.MediaContent.Opaque(
                  guest.session().mediaHandles().contentOf(message.id()));
          case EMPTY -> new WireStyle.MediaContent.Empty();
        };
    return style(media, guest);
  }

  private WireStyle style(WireStyle.MediaContent media, Guest guest) {
    boolean told = guest.switched(Switch.NOTICE_CONTENT) == NoticeContent.XML;
    return new WireStyle(media, told, name -> kinds.realId(name, guest));
  }

  /** What the phone did with its chats. */
  MessageItem of(Mail.ChatsNoticed noticed, Guest guest) {
    List<UserName> chats = cards.names(noticed.chats(), guest);
    boolean list = noticed.notice() == Mail.Notice.CURRENT;
    UserName to = list || chats.isEmpty() ? guest.self() : chats.getFirst();
    Delivery delivery =
        new Delivery(
            new MessageId(noticed.id().value()), guest.self(), to, UserName.NONE, noticed.time());
    return new MessageKind.Status(new StatusNote(code(noticed.notice()), chats))
        .item(delivery, style(new WireStyle.MediaContent.Empty(), guest));
  }

  private static int code(Mail.Notice notice) {
    return switch (notice) {
      case READ -> StatusNote.READ;
      case ENTERED -> StatusNote.OPENED;
      case CURRENT -> StatusNote.CHATS;
      case LEFT -> StatusNote.LEFT;
    };
  }
}
