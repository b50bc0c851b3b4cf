// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.identity;

import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.contact.Contact;
import dev.hongyan.protocol.contact.Member;
import dev.hongyan.protocol.contact.Self;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everybody whom a session shows, as he looks without his company. Special accounts are left out:
 * their names are the same in every session.
 *
 * @param people of the address book, the account itself among them
 * @param strangers members of rooms who are not in the address book
 * @param members of each room
 */
record Roll(
    Map<UserName, Portrait> people,
    Map<UserName, Portrait> rooms,
    Map<UserName, Portrait> strangers,
    Map<UserName, List<UserName>> members) {

  static Roll of(List<Contact> contacts, Self self) {
    Roll roll =
        new Roll(
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>());
    contacts.forEach(roll::add);
    roll.people.put(self.userName(), Portrait.of(self));
    roll.strangers.keySet().removeAll(roll.people.keySet());
    return roll;
  }

  private void add(Contact contact) {
    UserName name = contact.userName();
    if (name.isRoom()) {
      rooms.put(name, Portrait.of(contact));
      List<Member> inside = contact.room().members();
      members.put(name, inside.stream().map(Member::userName).toList());
      inside.forEach(member -> strangers.putIfAbsent(member.userName(), Portrait.of(member)));
    } else if (!name.isSpecial()) {
      people.put(name, Portrait.of(contact));
    }
  }

  /** Everybody's name. */
  Set<UserName> names() {
    Set<UserName> names = new LinkedHashSet<>(people.keySet());
    names.addAll(rooms.keySet());
    names.addAll(strangers.keySet());
    return names;
  }

  /** How somebody looks, if this roll has him. */
  Portrait portrait(UserName name) {
    Portrait portrait = people.get(name);
    portrait = portrait == null ? rooms.get(name) : portrait;
    portrait = portrait == null ? strangers.get(name) : portrait;
    if (portrait == null) {
      throw new IllegalArgumentException(name + " is not on the roll");
    }
    return portrait;
  }

  /**
   * Everybody's company: the members of rooms, and the rooms of people, as far as they have ids.
   */
  Map<UserName, Set<StableId>> company(Map<UserName, StableId> ids) {
    Map<UserName, Set<StableId>> company = new HashMap<>();
    members.forEach((room, inside) -> {
      StableId roomId = ids.get(room);
      for (UserName member : inside) {
        StableId memberId = ids.get(member);
        if (memberId != null) {
          company.computeIfAbsent(room, _ -> new HashSet<>()).add(memberId);
        }
        if (roomId != null) {
          company.computeIfAbsent(member, _ -> new HashSet<>()).add(roomId);
        }
      }
    });
    return company;
  }

  /** These with the company that they keep. */
  static Map<UserName, Portrait> joined(
      Map<UserName, Portrait> some, Map<UserName, Set<StableId>> company) {
    return some.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                one -> one.getValue().in(company.getOrDefault(one.getKey(), Set.of())),
                (a, _) -> a,
                LinkedHashMap::new));
  }
}
