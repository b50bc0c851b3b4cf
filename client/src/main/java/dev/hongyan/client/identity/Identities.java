// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.identity;

import dev.hongyan.client.identity.Matching.Match;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.contact.Contact;
import dev.hongyan.protocol.contact.Self;
import dev.hongyan.time.Randomness;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who is who in one session: gives everybody the id that he had in the sessions before. Safe for
 * many threads.
 */
public final class Identities {

  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

  /** Drawn at random two never meet: 32 letters, so 80 bits. */
  private static final int LENGTH = 16;

  /** Ids of people who are in no list yet: more than would ever come, fewer than would hurt. */
  private static final int MOST_LEAKED = 1_000;

  private final IdentityStore store;
  private final String session;
  private final Self self;
  private final Supplier<List<Contact>> contacts;
  private final Randomness randomness;
  private final Consumer<? super IdentityChange> changes;
  private final Map<StableId, Acquaintance> known = new LinkedHashMap<>();
  private final Map<StableId, StableId> merged;
  private final Map<UserName, StableId> here = new HashMap<>();
  private final Map<UserName, String> leaked = new HashMap<>();
  private @Nullable List<Contact> read;
  private Set<UserName> shown = Set.of();

  /**
   * Those who are known, in a session.
   *
   * @param session our name for the session; the same one for as long as user names last
   * @param contacts everybody in the address book at the moment; the same list as long as nothing
   *     changes, or to look for somebody takes long
   * @param changes is told of errors that come to light, by the thread that finds them
   */
  @SuppressWarnings("exports") // called from within the module alone
  public Identities(
      IdentityStore store,
      String session,
      Self self,
      Supplier<List<Contact>> contacts,
      Randomness randomness,
      Consumer<? super IdentityChange> changes) {
    this.store = store;
    this.session = session;
    this.self = self;
    this.contacts = contacts;
    this.randomness = randomness;
    this.changes = changes;
    this.merged = new HashMap<>(store.merged());
    store.all().forEach(this::remember);
  }

  private void remember(Acquaintance one) {
    known.put(one.id(), one);
    if (one.session().equals(session)) {
      here.put(one.userName(), one.id());
    }
  }

  /**
   * Gives everybody in the address book, and every member of its rooms, an id: the one that he had,
   * or a new one. Those who have one in this session keep it. Whoever looks different is kept as he
   * looks now.
   */
  public synchronized void meet() {
    Roll roll = Roll.of(contacts.get(), self);
    Map<UserName, Match<StableId>> found = new Recognition(absent(), here, roll).run();
    Set<UserName> names = roll.names();
    Map<UserName, StableId> ids = new HashMap<>(here);
    found.forEach((name, match) -> ids.put(name, match.known()));
    names.forEach(name -> ids.computeIfAbsent(name, _ -> drawn()));
    Map<UserName, Set<StableId>> company = roll.company(ids);
    List<Acquaintance> met = new ArrayList<>();
    for (UserName name : names) {
      StableId id = idOf(name, ids);
      Portrait portrait = roll.portrait(name).in(company.getOrDefault(name, Set.of()));
      Acquaintance one = seen(id, name, portrait, confidence(id, found.get(name)));
      if (!one.equals(known.get(id))) {
        met.add(one);
      }
    }
    met.forEach(this::remember);
    store.put(met);
    learnLeaked();
  }

  private void learnLeaked() {
    Map<UserName, String> due = new HashMap<>(leaked);
    due.keySet().retainAll(here.keySet());
    leaked.keySet().removeAll(due.keySet());
    due.forEach(this::learn);
  }

  private static StableId idOf(UserName name, Map<UserName, StableId> ids) {
    StableId id = ids.get(name);
    if (id == null) {
      throw new IllegalStateException("somebody was left without an id");
    }
    return id;
  }

  /** Of those who are recognised, how sure; of newcomers, that they are themselves. */
  private double confidence(StableId id, @Nullable Match<StableId> match) {
    if (match != null) {
      return match.confidence();
    }
    Acquaintance before = known.get(id);
    return before == null ? 1 : before.confidence();
  }

  /** What was learned about him before is not shown by the session and is kept. */
  private Acquaintance seen(StableId id, UserName name, Portrait portrait, double confidence) {
    Acquaintance before = known.get(id);
    String realId = before == null ? "" : before.portrait().realId();
    return new Acquaintance(id, portrait.known(realId), session, name, confidence);
  }

  private Map<StableId, Portrait> absent() {
    Map<StableId, Portrait> absent = new LinkedHashMap<>();
    known.forEach((id, one) -> {
      if (!one.session().equals(session)) {
        absent.put(id, one.portrait());
      }
    });
    return absent;
  }

  private StableId drawn() {
    return new StableId(randomness.letters(LENGTH, LETTERS));
  }

  /**
   * Who goes by this name in this session; empty if he is neither in the address book nor in one of
   * its rooms.
   */
  public synchronized Optional<Identity> of(UserName name) {
    if (name.isSpecial()) {
      return Optional.of(new Identity(new StableId(name.value()), 1));
    }
    if (!here.containsKey(name) && isShown(name)) {
      meet();
    }
    return met(name).map(Acquaintance::identity);
  }

  /** To look for somebody whom nobody has mentioned would only compare all the others again. */
  private boolean isShown(UserName name) {
    List<Contact> now = contacts.get();
    if (!now.equals(read)) {
      shown = Roll.of(now, self).names();
      read = now;
    }
    return shown.contains(name);
  }

  private Optional<Acquaintance> met(UserName name) {
    return Optional.ofNullable(here.get(name)).map(known::get);
  }

  /** The name that somebody goes by in this session, if he is in it. An id given up leads on. */
  public synchronized Optional<UserName> userName(StableId id) {
    Acquaintance one = known.get(merged.getOrDefault(id, id));
    if (one != null) {
      return one.session().equals(session) ? Optional.of(one.userName()) : Optional.empty();
    }
    return contacts.get().stream()
        .map(Contact::userName)
        .filter(name -> name.isSpecial() && name.value().equals(id.value()))
        .findFirst();
  }

  /**
   * The permanent id behind a user name has leaked (protocol reference 4.11): the proof of who it
   * is, which may set right what was taken for granted. Of somebody who is in no list yet it is
   * remembered until he is: whoever asks to be a friend again is the same as before.
   */
  public synchronized void learn(UserName name, String realId) {
    if (realId.isEmpty() || name.isSpecial()) {
      return;
    }
    if (of(name).isEmpty()) {
      if (leaked.size() < MOST_LEAKED) {
        leaked.put(name, realId);
      }
      return;
    }
    Acquaintance one = met(name).orElseThrow();
    String before = one.portrait().realId();
    if (before.equals(realId)) {
      return;
    }
    Optional<Acquaintance> rightful =
        known.values().stream().filter(a -> a.portrait().realId().equals(realId)).findFirst();
    if (rightful.isPresent()) {
      setRight(one, rightful.get(), !before.isEmpty());
    } else {
      renew(before.isEmpty() ? one.looking(one.portrait().known(realId)) : separate(one, realId));
    }
  }

  private void setRight(Acquaintance one, Acquaintance rightful, boolean proven) {
    UserName name = one.userName();
    if (rightful.session().equals(session)) {
      // Another has his id in this session, and cannot be he.
      renew(separate(rightful, ""));
    }
    renew(seen(rightful.id(), name, one.portrait(), 1));
    if (proven) {
      changes.accept(new IdentityChange.Split(one.id(), rightful.id(), name));
    } else {
      known.remove(one.id());
      merged.replaceAll((_, into) -> into.equals(one.id()) ? rightful.id() : into);
      merged.put(one.id(), rightful.id());
      store.merge(one.id(), rightful.id());
      changes.accept(new IdentityChange.Merged(one.id(), rightful.id()));
    }
  }

  /** Takes somebody's id away, who had it by mistake, and gives him one of his own. */
  private Acquaintance separate(Acquaintance mistaken, String realId) {
    StableId own = drawn();
    UserName name = mistaken.userName();
    // Whose the id is has not been seen in this session: only the mistaken one has.
    renew(new Acquaintance(mistaken.id(), mistaken.portrait(), "", UserName.NONE, 1));
    changes.accept(new IdentityChange.Split(mistaken.id(), own, name));
    return new Acquaintance(own, mistaken.portrait().known(realId), session, name, 1);
  }

  private void renew(Acquaintance one) {
    remember(one);
    store.put(List.of(one));
  }
}
