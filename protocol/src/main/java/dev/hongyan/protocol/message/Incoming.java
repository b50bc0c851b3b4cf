// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

import dev.hongyan.protocol.message.MessageKind.Call;
import dev.hongyan.protocol.message.MessageKind.NotSupported;
import dev.hongyan.protocol.message.MessageKind.Status;
import dev.hongyan.protocol.message.MessageKind.Text;
import dev.hongyan.protocol.message.MessageKind.Unknown;
import java.util.Optional;

/** Messages as they arrive, told apart by their numbers (protocol reference 5.3, 5.4). */
final class Incoming {

  private Incoming() {}

  static MessageKind kind(MessageItem item, String content) {
    return switch (item.type()) {
      case MessageKind.TEXT -> text(item, content);
      case Picture.TYPE -> Picture.read(item, content);
      case Voice.TYPE -> Voice.read(item, content);
      case FriendRequest.TYPE -> FriendRequest.read(item, content);
      case Card.TYPE, Card.POSSIBLE_FRIEND -> Card.read(item, content);
      case Video.TYPE, Video.SHORT_TYPE -> Video.read(item, content);
      case Emoticon.TYPE -> Emoticon.read(item, content);
      case MessageKind.APP -> app(item, content);
      case 50 -> new Call(Call.Stage.CALL);
      case 52 -> new Call(Call.Stage.ENDED);
      case 53 -> new Call(Call.Stage.INVITED);
      case MessageKind.STATUS -> new Status(item.note());
      case MessageKind.NOTE -> Note.read(content);
      case Recall.TYPE ->
          Recall.read(content).<MessageKind>map(r -> r).orElseGet(() -> new Unknown(item));
      default -> unknown(item, content);
    };
  }

  private static MessageKind text(MessageItem item, String content) {
    if (item.subType() == MessageKind.LOCATION) {
      return Location.read(item, content);
    }
    if (item.appType() == RedPacket.APP_TYPE) {
      return RedPacket.of(AppMessage.read(item, content));
    }
    if (item.from().value().equals(Articles.NEWS)) {
      Optional<Articles> news = Articles.ofNews(WireText.xml(content));
      if (news.isPresent()) {
        return news.get();
      }
    }
    String text = WireText.decode(content);
    if (Unsupported.is(text)) {
      return new NotSupported(text.strip());
    }
    return Quote.ofText(text).<MessageKind>map(q -> q).orElseGet(() -> new Text(text));
  }

  private static MessageKind app(MessageItem item, String content) {
    AppMessage app = AppMessage.read(item, content);
    return switch (item.appType() == 0 ? app.type() : item.appType()) {
      case 1 -> new Text(app.head().title());
      case 2 -> Picture.read(item, content);
      case Music.APP_TYPE -> Music.of(app);
      case Link.VIDEO, Link.APP_TYPE ->
          Articles.of(app).<MessageKind>map(a -> a).orElseGet(() -> Link.of(app));
      case FileShare.APP_TYPE -> FileShare.of(app, item.media());
      case 8 -> Emoticon.read(item, content);
      case LiveLocation.APP_TYPE -> LiveLocation.of(app);
      case MiniProgram.APP_TYPE, MiniProgram.OTHER_APP_TYPE -> MiniProgram.of(app);
      case Quote.APP_TYPE -> Quote.of(app);
      case Transfer.APP_TYPE -> Transfer.of(app);
      case RedPacket.APP_TYPE -> RedPacket.of(app);
      default -> unknown(item, content);
    };
  }

  private static MessageKind unknown(MessageItem item, String content) {
    String text = WireText.decode(content).strip();
    if (Unsupported.is(text)) {
      return new NotSupported(text);
    }
    String title = WireText.decode(item.media().fileName());
    return Unsupported.is(title) ? new NotSupported(title) : new Unknown(item);
  }
}
