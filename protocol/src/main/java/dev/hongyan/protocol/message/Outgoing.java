// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

import dev.hongyan.protocol.UserName;

/** Messages as a server delivers them. */
final class Outgoing {

  private Outgoing() {}

  static MessageItem item(MessageKind kind, Delivery delivery, WireStyle style) {
    if (kind instanceof MessageKind.Unknown(MessageItem item)) {
      return item.in(delivery);
    }
    return draft(kind, delivery, style).item(delivery);
  }

  private static Draft draft(MessageKind kind, Delivery delivery, WireStyle style) {
    // In rooms the message comes from the room, what it shows is who wrote it.
    UserName author = delivery.speaker().isPresent() ? delivery.speaker() : delivery.from();
    String sender = style.realId().apply(author);
    return switch (kind) {
      case MessageKind.Text(String content) -> new Draft(MessageKind.TEXT).content(content);
      case Quote quote -> quote.draft(sender);
      case Picture picture -> picture.draft(style);
      case Voice voice -> voice.draft(style, sender);
      case Video video -> video.draft(style, sender);
      case Emoticon emoticon -> emoticon.draft(sender);
      case FileShare file -> file.draft(style, sender);
      case Location location -> location.draft(delivery.id());
      case Card card -> card.draft(style);
      case FriendRequest request -> request.draft(style);
      case Link link -> link.app().draft(sender);
      case Articles articles -> articles.app().draft(sender);
      case Music music -> music.app().draft(sender);
      case MiniProgram program -> program.app().draft(sender).picture();
      case Transfer transfer -> transfer.app().draft(sender);
      case RedPacket packet -> packet.app().draft(sender);
      case LiveLocation location -> location.app().draft(sender);
      case MessageKind.Call(MessageKind.Call.Stage stage) ->
          new Draft(stage.type()).content(Unsupported.ENGLISH);
      case MessageKind.NotSupported(String text) -> new Draft(MessageKind.APP).content(text);
      case MessageKind.Status(StatusNote note) -> note.draft(style);
      case Note note -> note.draft();
      case Recall recall -> recall.draft();
      case MessageKind.Unknown _ -> throw new AssertionError("is an item already");
    };
  }
}
