// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.contact;

import dev.hongyan.client.event.Event;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.contact.Contact;
import dev.hongyan.protocol.contact.Member;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells what has changed in rooms since they were last read in full, whoever had them read: the
 * server only says that something has. Safe for many threads.
 */
final class RoomWatch {

  private final Map<UserName, Contact> last = new HashMap<>();
  private final Consumer<? super Event.OfSession> events;

  RoomWatch(Consumer<? super Event.OfSession> events) {
    this.events = events;
  }

  /** A room as it was just read. Without members it was not read in full, and says nothing. */
  synchronized void see(Contact room) {
    if (!room.userName().isRoom() || room.room().members().isEmpty()) {
      return;
    }
    Contact before = last.put(room.userName(), room);
    if (before != null) {
      // Within the lock: what changed first is told first, and telling does not wait.
      difference(before, room).forEach(events);
    }
  }

  /** The account is not in it any more; what it is like on return is no news. */
  synchronized void forget(UserName room) {
    @Nullable Contact _ = last.remove(room);
  }

  /** Who left, who came, and then the name. */
  static List<Event.OfSession> difference(Contact before, Contact after) {
    UserName room = after.userName();
    List<Event.OfSession> changes = new ArrayList<>();
    List<Member> left = without(before.room().members(), after.room().members());
    if (!left.isEmpty()) {
      changes.add(new Event.MembersLeft(room, left));
    }
    List<Member> joined = without(after.room().members(), before.room().members());
    if (!joined.isEmpty()) {
      changes.add(new Event.MembersJoined(room, joined));
    }
    String oldName = before.names().nickName();
    String newName = after.names().nickName();
    if (!oldName.equals(newName)) {
      changes.add(new Event.RoomRenamed(room, oldName, newName));
    }
    return changes;
  }

  private static List<Member> without(List<Member> members, List<Member> others) {
    Set<UserName> names = others.stream().map(Member::userName).collect(Collectors.toSet());
    return members.stream().filter(member -> !names.contains(member.userName())).toList();
  }
}
