// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

/** What a message is (protocol reference 5.3). */
public sealed interface MessageKind {

  /** What somebody wrote, as a person reads it. */
  record Text(String content) implements MessageKind {

    /** The length only: people's words are not for logs. */
    @Override
    public String toString() {
      return "text of " + content.length() + " characters";
    }
  }

  /** A note of the service within a chat: joined, renamed, red packet … (5.13). */
  record SystemNote(String content) implements MessageKind {

    /** The length only: notes quote names and people's words. */
    @Override
    public String toString() {
      return "note of " + content.length() + " characters";
    }
  }

  /** Not a message of a chat: the phone tells what it does (5.15). */
  record Status(StatusNote note) implements MessageKind {}

  /**
   * A kind that is not read yet; see the phone.
   *
   * @param type number of protocol reference 5.3
   * @param appType number of 5.4, 0 if it is no app message
   */
  record Unknown(int type, int appType) implements MessageKind {}

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
   * What this message is.
   *
   * @param content the content without a room's prefix
   */
  static MessageKind of(MessageItem item, String content) {
    return switch (item.type()) {
      case TEXT ->
          item.subType() == LOCATION
              ? new Unknown(LOCATION, 0)
              : new Text(WireText.decode(content));
      case STATUS -> new Status(item.note());
      case NOTE -> new SystemNote(WireText.decode(content));
      default -> new Unknown(item.type(), item.appType());
    };
  }
}
