// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.wire.XmlContent;
import dev.hongyan.protocol.wire.XmlContent.Layout;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Permanent ids that messages let slip, {@code wxid_…} and {@code …@chatroom}: who is behind a user
 * name of this session (protocol reference 4.11). Friend requests, cards, recalls and, until 2018,
 * notes of the phone do. Who is named in the XML of pictures, stickers and app messages is no
 * proof: it is handed on when they are forwarded.
 */
public final class RealIds {

  /** Neither a session's name ({@code @…}) nor a stranger's ticket ({@code v1_…@stranger}). */
  private static final Pattern REAL =
      Pattern.compile("[A-Za-z][0-9A-Za-z_-]{1,63}|[0-9]{1,20}@chatroom");

  private static final XmlContent<String> CARD =
      new XmlContent<>("msg", Layout.SPACED, (f, id) -> f.text("@username", id));

  private static final XmlContent<String> REQUEST =
      new XmlContent<>("msg", Layout.PAIRED, (f, id) -> f.text("@fromusername", id));

  private static final XmlContent<String> NOTE =
      new XmlContent<>(
          "msg",
          Layout.PAIRED,
          (f, ids) -> f.within("op", ids, (op, list) -> op.text("username", list)));

  private RealIds() {}

  /**
   * Those of a message, by user name; mostly none.
   *
   * @param chat the conversation that it belongs to
   */
  public static Map<UserName, String> of(MessageItem item, UserName chat) {
    String xml = WireText.xml(RoomPrefix.of(item).content());
    return switch (item.type()) {
      case Recall.TYPE -> one(chat, Recall.read(xml).map(Recall::chatId));
      case Card.TYPE -> one(item.recommendation().userName(), CARD.read(xml, ""));
      case FriendRequest.TYPE -> one(item.recommendation().userName(), REQUEST.read(xml, ""));
      case MessageKind.STATUS -> noted(item.note().chats(), NOTE.read(xml, "").orElse(""));
      default -> Map.of();
    };
  }

  private static Map<UserName, String> one(UserName name, Optional<String> id) {
    return id.filter(real -> isPair(name, real)).map(real -> Map.of(name, real)).orElse(Map.of());
  }

  /** Both lists are in the same order (protocol reference 5.15); of unlike length they are not. */
  private static Map<UserName, String> noted(List<UserName> names, String list) {
    String[] ids = list.split(",", -1);
    Map<UserName, String> found = new LinkedHashMap<>();
    for (int i = 0; ids.length == names.size() && i < ids.length; i++) {
      if (isPair(names.get(i), ids[i])) {
        found.put(names.get(i), ids[i]);
      }
    }
    return found;
  }

  /** Special accounts go by their ids anyway; a room's id is a room's. */
  private static boolean isPair(UserName name, String id) {
    return name.isPresent()
        && !name.isSpecial()
        && REAL.matcher(id).matches()
        && name.isRoom() == id.endsWith("@chatroom");
  }
}
