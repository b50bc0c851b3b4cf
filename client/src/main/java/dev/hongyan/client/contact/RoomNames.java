// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.contact;

import dev.hongyan.client.message.Mentioned;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.contact.Member;
import dev.hongyan.protocol.contact.Self;
import dev.hongyan.protocol.message.Mentions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The names by which members of a room are mentioned: the one they bear in the room, else their own
 * (protocol reference 5.11). Our remarks for them are ours, and stand where the server shows a
 * friend's nick name (4.3).
 */
public final class RoomNames {

  private final List<Member> members;
  private final AddressBook book;
  private final Self self;

  public RoomNames(List<Member> members, AddressBook book, Self self) {
    this.members = members;
    this.book = book;
    this.self = self;
  }

  /** What others read of a member; empty if there is no such. */
  public Optional<String> of(UserName person) {
    return members.stream()
        .filter(member -> member.userName().equals(person))
        .findFirst()
        .map(member -> member.displayName().isEmpty() ? ownName(member) : member.displayName());
  }

  /** Whom a text mentions. */
  public Mentioned in(String text) {
    Map<String, Set<UserName>> bearers = new LinkedHashMap<>();
    for (Member member : members) {
      for (String name : List.of(member.displayName(), member.nickName(), ownName(member))) {
        bearers.computeIfAbsent(name, _ -> new LinkedHashSet<>()).add(member.userName());
      }
    }
    Mentions found = Mentions.in(text, bearers.keySet());
    Set<UserName> mentioned = new LinkedHashSet<>();
    found.names().forEach(name -> mentioned.addAll(bearers.getOrDefault(name, Set.of())));
    return new Mentioned(
        new ArrayList<>(mentioned),
        found.everybody(),
        found.everybody() || mentioned.contains(self.userName()));
  }

  private String ownName(Member member) {
    if (member.userName().equals(self.userName())) {
      return self.names().nickName();
    }
    return book.find(member.userName())
        .map(contact -> contact.names().nickName())
        .filter(name -> !name.isEmpty())
        .orElse(member.nickName());
  }
}
