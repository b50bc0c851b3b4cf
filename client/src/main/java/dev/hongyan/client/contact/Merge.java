// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.contact;

import dev.hongyan.protocol.contact.Contact;
import dev.hongyan.protocol.contact.Names;
import dev.hongyan.protocol.contact.Room;
import dev.hongyan.protocol.contact.Traits;

/**
 * Lays a change over a contact (protocol reference 4.6): what the change leaves empty stays as it
 * was, but for the remark, which a person may well have taken away.
 */
final class Merge {

  private Merge() {}

  static Contact of(Contact old, Contact change) {
    return new Contact(
        old.uin(),
        old.userName(),
        names(old.names(), change.names()),
        traits(old.traits(), change.traits()),
        either(change.headImage(), old.headImage()),
        change.flags().bits() == 0 ? old.flags() : change.flags(),
        room(old.room(), change.room()));
  }

  /** The same room, the account's or not. */
  static Contact owned(Contact c, boolean isOwned) {
    Room r = c.room();
    Room room = new Room(r.memberCount(), r.members(), r.notices(), r.encryptedId(), isOwned);
    return new Contact(
        c.uin(), c.userName(), c.names(), c.traits(), c.headImage(), c.flags(), room);
  }

  private static Names names(Names old, Names change) {
    return new Names(
        either(change.nickName(), old.nickName()),
        change.remarkName(),
        old.displayName(),
        old.pinyin(),
        change.remarkName().equals(old.remarkName()) ? old.remarkPinyin() : change.remarkPinyin());
  }

  private static Traits traits(Traits old, Traits change) {
    return new Traits(
        change.sex() == 0 ? old.sex() : change.sex(),
        either(change.signature(), old.signature()),
        change.verifyFlag() == 0 ? old.verifyFlag() : change.verifyFlag(),
        old.star(),
        change.attributes() == 0 ? old.attributes() : change.attributes(),
        either(change.province(), old.province()),
        either(change.city(), old.city()),
        either(change.alias(), old.alias()),
        change.snsFlag() == 0 ? old.snsFlag() : change.snsFlag(),
        either(change.keyWord(), old.keyWord()));
  }

  private static Room room(Room old, Room change) {
    return change.members().isEmpty()
        ? old
        : new Room(
            change.memberCount(),
            change.members(),
            change.notices(),
            old.encryptedId(),
            old.isOwned());
  }

  private static String either(String text, String otherwise) {
    return text.isEmpty() ? otherwise : text;
  }
}
