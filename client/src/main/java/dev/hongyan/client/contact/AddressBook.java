// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.contact;

import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.contact.Contact;
import dev.hongyan.protocol.contact.Member;
import dev.hongyan.protocol.sync.ContactChange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everybody we know of in this session; safe for many threads. Names are as a person reads them.
 */
public final class AddressBook {

  /** The largest accounts have ten thousand friends and some hundred rooms; more is an attack. */
  private static final int MOST_CONTACTS = 50_000;

  private final Map<UserName, Contact> contacts = new LinkedHashMap<>();

  /** As {@link #all} gave it last, until something changes. */
  private @Nullable List<Contact> listed;

  /** Puts in what was fetched, in place of what was known. An entry without a name is unknown. */
  public synchronized void put(Contact fetched) {
    if (fetched.userName().isPresent() && hasRoomFor(fetched.userName())) {
      keep(PlainNames.contact(fetched));
    }
  }

  /** Puts in what is told by the way, which may be half empty, unless more is known already. */
  public synchronized void hint(Contact partial) {
    if (!contacts.containsKey(partial.userName())) {
      put(partial);
    }
  }

  /**
   * Lays a change over what is known (protocol reference 4.6).
   *
   * @param self the account, which may be the owner that the change names
   */
  public synchronized Contact change(ContactChange change, UserName self) {
    Contact readable = PlainNames.contact(change.contact());
    Contact old = contacts.get(readable.userName());
    Contact changed = old == null ? readable : Merge.of(old, readable);
    Contact merged =
        change.owner().isPresent() ? Merge.owned(changed, change.owner().equals(self)) : changed;
    if (hasRoomFor(merged.userName())) {
      keep(merged);
    }
    return merged;
  }

  private void keep(Contact contact) {
    contacts.put(contact.userName(), contact);
    listed = null;
  }

  /** Forgets somebody. */
  public synchronized void remove(UserName name) {
    contacts.remove(name);
    listed = null;
  }

  /** Who this is, if we know. */
  public synchronized Optional<Contact> find(UserName name) {
    return Optional.ofNullable(contacts.get(name));
  }

  /** Who this is within a room, if we know. */
  public synchronized Optional<Member> member(UserName room, UserName name) {
    return find(room)
        .flatMap(contact ->
            contact.room().members().stream()
                .filter(member -> member.userName().equals(name))
                .findFirst());
  }

  /**
   * Everybody, rooms too, in the order in which they became known; the same list as long as nothing
   * changes.
   */
  public synchronized List<Contact> all() {
    List<Contact> now = listed;
    if (now == null) {
      now = List.copyOf(contacts.values());
      listed = now;
    }
    return now;
  }

  /** How many are known. */
  public synchronized int size() {
    return contacts.size();
  }

  private boolean hasRoomFor(UserName name) {
    return contacts.containsKey(name) || contacts.size() < MOST_CONTACTS;
  }
}
