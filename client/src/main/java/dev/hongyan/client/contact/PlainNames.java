// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.contact;

import dev.hongyan.protocol.contact.Contact;
import dev.hongyan.protocol.contact.Member;
import dev.hongyan.protocol.contact.Names;
import dev.hongyan.protocol.contact.Room;
import dev.hongyan.protocol.message.WireText;

/** Contacts with their names as a person reads them: no entities, no emoji spans (5.12, 6.2). */
final class PlainNames {

  private PlainNames() {}

  static Contact contact(Contact c) {
    Names n = c.names();
    Room r = c.room();
    Names names =
        new Names(
            WireText.decode(n.nickName()),
            WireText.decode(n.remarkName()),
            WireText.decode(n.displayName()),
            n.pinyin(),
            n.remarkPinyin());
    Room room =
        new Room(
            r.memberCount(),
            r.members().stream().map(PlainNames::member).toList(),
            r.notices(),
            r.encryptedId(),
            r.isOwned());
    return new Contact(c.uin(), c.userName(), names, c.traits(), c.headImage(), c.flags(), room);
  }

  private static Member member(Member m) {
    return new Member(
        m.uin(),
        m.userName(),
        WireText.decode(m.nickName()),
        m.attributes(),
        m.status(),
        WireText.decode(m.displayName()),
        m.keyWord());
  }
}
