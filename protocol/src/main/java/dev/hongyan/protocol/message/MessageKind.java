// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

/**
 * What a message is (protocol reference 5.3, 5.4). Texts within are as a person reads them: no
 * longer escaped, with emoji instead of spans.
 *
 * <p>Reading never fails: where the XML of a message is broken its kind holds what the other fields
 * still tell, with empty texts and zeros for the rest.
 */
public sealed interface MessageKind
    permits Articles,
        Card,
        Emoticon,
        FileShare,
        FriendRequest,
        Link,
        LiveLocation,
        Location,
        MessageKind.Call,
        MessageKind.NotSupported,
        MessageKind.Status,
        MessageKind.Text,
        MessageKind.Unknown,
        MiniProgram,
        Music,
        Note,
        Picture,
        Quote,
        Recall,
        RedPacket,
        Transfer,
        Video,
        Voice {

  /** What somebody wrote, as a person reads it. */
  record Text(String content) implements MessageKind {

    /** The length only: people's words are not for logs. */
    @Override
    public String toString() {
      return "text of " + content.length() + " characters";
    }
  }

  /** A call, which takes place on phones only. */
  record Call(Stage stage) implements MessageKind {

    /** What became of it. */
    public enum Stage {

      /** A call, finished or not. */
      CALL(50),

      /** The call is over. */
      ENDED(52),

      /** Somebody calls. */
      INVITED(53);

      private final int type;

      Stage(int type) {
        this.type = type;
      }

      /** Number of protocol reference 5.3. */
      int type() {
        return type;
      }
    }
  }

  /** Not a message of a chat: the phone tells what it does (5.15). */
  record Status(StatusNote note) implements MessageKind {}

  /** Something that the service does not show on the web; its text tells so (5.14). */
  record NotSupported(String text) implements MessageKind {}

  /**
   * A kind that this library does not know; see the phone.
   *
   * @param item all that arrived
   */
  record Unknown(MessageItem item) implements MessageKind {

    /** Number of protocol reference 5.3. */
    public int type() {
      return item.type();
    }

    /** Number of protocol reference 5.4, 0 if it is no app message. */
    public int appType() {
      return item.appType();
    }

    /** What app messages are called; empty for none. */
    public String title() {
      return WireText.decode(item.media().fileName());
    }
  }

  /** Number of a text. */
  int TEXT = 1;

  /** Number of an app message. */
  int APP = 49;

  /** Number of a status notification. */
  int STATUS = 51;

  /** Number of a note. */
  int NOTE = 10000;

  /** Sub-number of a text that is a location. */
  int LOCATION = 48;

  /**
   * What this message is. Never fails.
   *
   * @param content the content without a room's prefix
   */
  static MessageKind of(MessageItem item, String content) {
    return Incoming.kind(item, content);
  }

  /** The message as a server delivers it; {@link #of} reads it as this kind again. */
  default MessageItem item(Delivery delivery, WireStyle style) {
    return Outgoing.item(this, delivery, style);
  }
}
