// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.command;

import dev.hongyan.cli.output.PlainText;
import dev.hongyan.client.Chat;
import dev.hongyan.client.WeChat;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.contact.Member;
import dev.hongyan.protocol.contact.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the person or room that a user means by a name. */
record NameSearch(Hongyan hongyan, LocalAccount account, WeChat wechat) {

  /**
   * The chat that goes by this name: a remark, nick name, room name or user name.
   *
   * @throws FailedException if there is none, or more than one
   */
  Chat chat(String name) throws InterruptedException {
    if (name.equals(UserName.FILE_HELPER.value())) {
      return wechat.phone(); // there for everybody, so that nothing need be loaded
    }
    account.loadContacts(wechat);
    return known(name);
  }

  /** The same for several people. */
  List<UserName> people(List<String> names) throws InterruptedException {
    account.loadContacts(wechat);
    List<UserName> people = new ArrayList<>();
    for (String name : names) {
      people.add(known(name).userName());
    }
    return people;
  }

  /**
   * Members of a room, who need not be contacts.
   *
   * @throws FailedException if nobody, or more than one, is called so in the room
   */
  List<UserName> members(Chat room, List<String> names) {
    return names.stream().map(name -> member(room, name)).toList();
  }

  private UserName member(Chat room, String name) {
    List<Member> members = room.members();
    List<Chat> inRoom =
        members.stream()
            .filter(member -> isCalled(member, name))
            .map(member -> wechat.chat(member.userName()))
            .toList();
    List<Chat> found =
        inRoom.isEmpty() ? all(name).stream().filter(chat -> isIn(members, chat)).toList() : inRoom;
    return only(name, found).userName();
  }

  private static boolean isCalled(Member member, String name) {
    return name.equals(member.displayName())
        || name.equals(member.nickName())
        || name.equals(member.userName().value());
  }

  private static boolean isIn(List<Member> members, Chat person) {
    return members.stream().anyMatch(member -> member.userName().equals(person.userName()));
  }

  private Chat known(String name) {
    return only(name, all(name));
  }

  private Chat only(String name, List<Chat> found) {
    if (found.isEmpty()) {
      throw new FailedException(
          Exit.USAGE, hongyan.texts().get("send.nobody", name, account.options()));
    }
    if (found.size() > 1) {
      String candidates = found.stream().map(NameSearch::described).collect(Collectors.joining());
      throw new FailedException(
          Exit.USAGE, hongyan.texts().get("send.ambiguous", name, found.size(), candidates));
    }
    return found.getFirst();
  }

  private List<Chat> all(String name) {
    List<Chat> exact = wechat.find(name);
    return exact.isEmpty() ? spelled(name) : exact;
  }

  /** For keyboards without Chinese: by the spelling that the service gives, in any case. */
  private List<Chat> spelled(String name) {
    return Stream.concat(wechat.contacts().stream(), wechat.rooms().stream())
        .filter(contact -> isSpelled(name, contact.names()))
        .map(contact -> wechat.chat(contact.userName()))
        .toList();
  }

  private static boolean isSpelled(String name, Names names) {
    return name.equalsIgnoreCase(names.pinyin().full())
        || name.equalsIgnoreCase(names.remarkPinyin().full())
        || name.equalsIgnoreCase(names.nickName())
        || name.equalsIgnoreCase(names.remarkName());
  }

  private static String described(Chat chat) {
    String own = chat.contact().map(contact -> contact.names().nickName()).orElse("");
    String name = own.equals(chat.name()) ? own : chat.name() + " (" + own + ")";
    return "\n  " + chat.userName().value() + "  " + PlainText.line(name);
  }
}
