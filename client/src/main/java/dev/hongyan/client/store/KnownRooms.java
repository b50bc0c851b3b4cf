// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.store;

import dev.hongyan.protocol.UserName;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rooms that a session knows, and whose they are. Both have to be kept: the contact list has
 * only some rooms (protocol reference 3.8), and owners are told with changes only (4.6).
 *
 * @param owners who owns each room, in the order in which they became known; {@link UserName#NONE}
 *     where nobody has said so yet
 */
public record KnownRooms(Map<UserName, UserName> owners) {

  /** No rooms. */
  public static final KnownRooms NONE = new KnownRooms(Map.of());

  public KnownRooms {
    owners = Collections.unmodifiableMap(new LinkedHashMap<>(owners));
  }

  /** The rooms alone. */
  public List<UserName> names() {
    return List.copyOf(owners.keySet());
  }

  /** Whether this room is one of them. */
  public boolean contains(UserName room) {
    return owners.containsKey(room);
  }

  /** Whether all these are among them. */
  public boolean containsAll(Collection<UserName> rooms) {
    return owners.keySet().containsAll(rooms);
  }

  /** Who owns a room, if that was told. */
  public Optional<UserName> owner(UserName room) {
    return Optional.ofNullable(owners.get(room)).filter(UserName::isPresent);
  }

  /** These, and the others too. */
  public KnownRooms with(Collection<UserName> rooms) {
    Map<UserName, UserName> more = new LinkedHashMap<>(owners);
    rooms.forEach(room -> more.putIfAbsent(room, UserName.NONE));
    return new KnownRooms(more);
  }

  /** All but this one. */
  public KnownRooms without(UserName room) {
    Map<UserName, UserName> others = new LinkedHashMap<>(owners);
    others.keySet().remove(room);
    return new KnownRooms(others);
  }

  /** The same with these owners, by room; rooms that were not known are now. */
  public KnownRooms ownedBy(Map<UserName, UserName> told) {
    Map<UserName, UserName> all = new LinkedHashMap<>(owners);
    all.putAll(told);
    return new KnownRooms(all);
  }
}
