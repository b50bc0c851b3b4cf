// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.media;

import dev.hongyan.protocol.MessageId;
import dev.hongyan.protocol.Secret;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.WebApp;
import dev.hongyan.protocol.wire.Exchange;
import dev.hongyan.protocol.wire.Parameters;
import dev.hongyan.protocol.wire.Parts;
import dev.hongyan.protocol.wire.Unreadable;
import java.util.Optional;

/**
 * Whose picture is wanted (protocol reference 3.24).
 *
 * @param version changes when the picture changes; 0 if it is unknown
 * @param room the encrypted id of a room, for members who are no friends; empty for all others
 * @param message the friend request or card, for whoever is known from that only
 * @param isLarge whether the large picture is wanted
 */
public record HeadImage(
    UserName userName, long version, Secret skey, String room, MessageId message, boolean isLarge) {

  /** Nobody's. */
  static final HeadImage NONE =
      new HeadImage(UserName.NONE, 0, Secret.NONE, "", MessageId.NONE, false);

  /** The small picture of somebody known. */
  public static HeadImage of(UserName userName, Secret skey) {
    return new HeadImage(userName, 0, skey, "", MessageId.NONE, false);
  }

  /** The small picture of a member of a room, who need not be a friend. */
  public static HeadImage ofMember(UserName userName, String room, Secret skey) {
    return new HeadImage(userName, 0, skey, room, MessageId.NONE, false);
  }

  /**
   * Reads the address that a contact has; it names nobody if it is none of the service's own.
   *
   * @param address relative, as a rule
   * @param skey where the address has an empty one, as in batch answers
   */
  public static Optional<HeadImage> ofAddress(String address, Secret skey) {
    int mark = address.indexOf('?');
    if (mark < 0) {
      return Optional.empty();
    }
    try {
      Parameters query = Parameters.read(address.substring(mark + 1));
      HeadImage read =
          new HeadImage(
              new UserName(query.value("username").orElse("")),
              version(query.value("seq").orElse("")),
              query.value("skey").filter(s -> !s.isEmpty()).map(Secret::new).orElse(skey),
              query.value("chatroomid").orElse(""),
              MediaQuery.id(query.value("msgid").orElse("")),
              query.value("type").orElse("").equals("big"));
      return Optional.of(read).filter(image -> image.userName.isPresent());
    } catch (Unreadable e) {
      return Optional.empty();
    }
  }

  /** Both calls ask alike. */
  static Exchange.Question<HeadImage> asks(Exchange.Place place) {
    return place.asks(NONE, (p, q) -> q.pass(p));
  }

  private HeadImage pass(Parts p) {
    long seq = p.queryNumber("seq", version);
    String name = p.query("username", userName.value(), "userName");
    Secret key = p.skey(skey);
    String chatRoom = p.optionalQuery("chatroomid", room, "chatRoomId");
    String id = p.optionalQuery("msgid", message.isPresent() ? message.toString() : "", "MsgID");
    String type = p.optionalQuery("type", isLarge ? "big" : "");
    p.constantQuery(WebApp.MARK, p.app());
    return new HeadImage(
        new UserName(name), seq, key, chatRoom, MediaQuery.id(id), type.equals("big"));
  }

  /** Eighteen digits always fit. */
  private static long version(String digits) {
    return digits.matches("\\d{1,18}") ? Long.parseLong(digits) : 0;
  }
}
