// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

import dev.hongyan.protocol.UserName;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A room message's content taken apart: who wrote it stands before the text (protocol reference
 * 5.2).
 *
 * @param sender nobody for notes and for what the account itself wrote on the phone
 * @param content the rest, still as on the wire
 */
public record RoomPrefix(UserName sender, String content) {

  private static final String END = ":<br/>";

  private static final Pattern PREFIX =
      Pattern.compile("(?<sender>@[0-9A-Za-z]{1,128}|[0-9A-Za-z_-]{1,64})" + END);

  /** The content of a message: only what others say in a room has a prefix. */
  public static RoomPrefix of(MessageItem item) {
    return item.from().isRoom()
        ? split(item.content())
        : new RoomPrefix(UserName.NONE, item.content());
  }

  /** Takes the first prefix off and leaves any other: it belongs to the text. */
  public static RoomPrefix split(String content) {
    Matcher m = PREFIX.matcher(content);
    return m.lookingAt()
        ? new RoomPrefix(new UserName(m.group("sender")), content.substring(m.end()))
        : new RoomPrefix(UserName.NONE, content);
  }

  /** Who wrote it, and never what. */
  @Override
  public String toString() {
    return "content by " + (sender.isPresent() ? sender : "nobody");
  }

  /** As on the wire. */
  public String join() {
    return sender.isPresent() ? sender + END + content : content;
  }
}
