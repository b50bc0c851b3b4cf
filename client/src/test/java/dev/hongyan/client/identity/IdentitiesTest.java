// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.client.contact.AddressBook;
import dev.hongyan.client.identity.IdentityChange.Merged;
import dev.hongyan.client.identity.IdentityChange.Split;
import dev.hongyan.client.store.AccountStore;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.contact.Contact;
import dev.hongyan.protocol.contact.ContactFlags;
import dev.hongyan.protocol.contact.Names;
import dev.hongyan.protocol.contact.Pinyin;
import dev.hongyan.protocol.contact.Room;
import dev.hongyan.protocol.contact.Self;
import dev.hongyan.protocol.contact.Traits;
import dev.hongyan.time.Randomness;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class IdentitiesTest {

  private final IdentityStore store = AccountStore.inMemory().open().identities();
  private final Randomness randomness = Randomness.seeded(1);
  private final List<IdentityChange> changes = new ArrayList<>();

  @Test
  void areTheSameAfterAnotherLogin() {
    Crowd crowd = new Crowd(500, 7);
    Map<Integer, StableId> before = logIn(crowd, "one");

    Map<Integer, StableId> after = logIn(crowd, "two");

    assertThat(after).isEqualTo(before);
  }

  /**
   * One in ten has another name, picture or signature, one in ten is new, one in ten has gone. When
   * all the others had been found, newcomers were taken for namesakes who had gone.
   */
  @Test
  void areHardlyEverAnothersWhenPeopleChange() {
    Crowd crowd = new Crowd(1500, 11);
    Map<Integer, StableId> before = logIn(crowd, "one");
    crowd.live(10);
    crowd.turnOver(10);

    Map<Integer, StableId> after = logIn(crowd, "two");

    Map<StableId, Integer> owners = new HashMap<>();
    before.forEach((who, id) -> owners.put(id, who));
    long known = after.keySet().stream().filter(before::containsKey).count();
    long same =
        after.entrySet().stream()
            .filter(one -> one.getValue().equals(before.get(one.getKey())))
            .count();
    long mistaken =
        after.entrySet().stream()
            .filter(one -> owners.containsKey(one.getValue()))
            .filter(one -> !one.getKey().equals(owners.get(one.getValue())))
            .count();
    assertThat(mistaken).isLessThanOrEqualTo(after.size() / 1000);
    assertThat(same).isGreaterThanOrEqualTo(known * 98 / 100);
  }

  @Test
  void stayWithinASessionHoweverSomebodyChanges() {
    AddressBook book = new AddressBook();
    book.put(contact("@a1", "梅", 600_000_001));
    Identities identities = identities("one", book);
    Identity before = identities.of(new UserName("@a1")).orElseThrow();
    book.put(contact("@a1", "another name", 600_000_999));

    Identities later = identities("one", book);

    assertThat(later.of(new UserName("@a1"))).contains(before);
    assertThat(before.confidence()).isEqualTo(1);
  }

  @Test
  void areNotGivenToNamesakesWhoCannotBeToldApart() {
    AddressBook first = new AddressBook();
    first.put(contact("@a1", "王伟", 0));
    first.put(contact("@a2", "王伟", 0));
    crowdIn(first, "1");
    Identities before = identities("one", first);
    before.meet();
    AddressBook second = new AddressBook();
    second.put(contact("@b1", "王伟", 0));
    second.put(contact("@b2", "王伟", 0));
    crowdIn(second, "2");

    Identities after = identities("two", second);

    List<StableId> old = List.of(id(before, "@a1"), id(before, "@a2"));
    assertThat(old).doesNotContain(id(after, "@b1"), id(after, "@b2"));
    assertThat(id(after, "@2x7")).isEqualTo(id(before, "@1x7"));
  }

  @Test
  void ofSpecialAccountsAreTheirNames() {
    Identities identities = identities("one", new AddressBook());

    assertThat(identities.of(UserName.FILE_HELPER))
        .contains(new Identity(new StableId("filehelper"), 1));
  }

  @Test
  void ofTheAccountItselfAreKnownByItsNumber() {
    AddressBook book = new AddressBook();
    crowdIn(book, "1");

    StableId before = id(identities("one", book), "@self");

    assertThat(id(identities("two", book), "@self")).isEqualTo(before);
  }

  @Test
  void areUnknownForStrangersWhomNobodyHasMentioned() {
    assertThat(identities("one", new AddressBook()).of(new UserName("@nobody"))).isEmpty();
  }

  @Test
  void leadBackToTheUserNameOfTheSession() {
    AddressBook first = new AddressBook();
    first.put(contact("@a1", "梅", 600_000_001));
    crowdIn(first, "1");
    StableId mei = id(identities("one", first), "@a1");
    AddressBook second = new AddressBook();
    second.put(contact("@b1", "梅", 600_000_001));
    crowdIn(second, "2");
    Identities after = identities("two", second);
    after.meet();

    assertThat(after.userName(mei)).contains(new UserName("@b1"));
    assertThat(after.userName(new StableId("nobody"))).isEmpty();
  }

  @Test
  void areMergedWhenAProofComes() {
    StableId before = meetOnce("梅", 600_000_001, "wxid_mei");
    AddressBook book = new AddressBook();
    book.put(contact("@b1", "quite another", 600_000_777));
    Identities after = identities("two", book);
    StableId fresh = id(after, "@b1");

    after.learn(new UserName("@b1"), "wxid_mei");

    assertThat(changes).containsExactly(new Merged(fresh, before));
    assertThat(after.of(new UserName("@b1"))).contains(new Identity(before, 1));
    assertThat(after.userName(fresh)).contains(new UserName("@b1"));
    assertThat(store.merged()).containsExactly(Map.entry(fresh, before));
    assertThat(id(identities("two", book), "@b1")).isEqualTo(before);
  }

  @Test
  void areSplitWhenAProofSaysThatItIsAnother() {
    StableId before = meetOnce("梅", 600_000_001, "wxid_mei");
    AddressBook book = new AddressBook();
    book.put(contact("@b1", "梅", 600_000_001));
    crowdIn(book, "2");
    Identities after = identities("two", book);
    assertThat(id(after, "@b1")).isEqualTo(before);

    after.learn(new UserName("@b1"), "wxid_other_mei");

    StableId own = id(after, "@b1");
    assertThat(own).isNotEqualTo(before);
    assertThat(changes).containsExactly(new Split(before, own, new UserName("@b1")));
    assertThat(after.userName(before)).isEmpty();
  }

  @Test
  void goToWhomTheyBelongWhenAnotherHasThem() {
    StableId before = meetOnce("梅", 600_000_001, "wxid_mei");
    AddressBook book = new AddressBook();
    book.put(contact("@b1", "梅", 600_000_001));
    book.put(contact("@b2", "quite another", 600_000_777));
    crowdIn(book, "2");
    Identities after = identities("two", book);
    StableId fresh = id(after, "@b2");

    after.learn(new UserName("@b2"), "wxid_mei");

    assertThat(id(after, "@b2")).isEqualTo(before);
    assertThat(id(after, "@b1")).isNotIn(before, fresh);
    assertThat(changes)
        .containsExactly(
            new Split(before, id(after, "@b1"), new UserName("@b1")), new Merged(fresh, before));
  }

  @Test
  void areProvenByWhatLeakedBeforeSomebodyWasInAnyList() {
    StableId before = meetOnce("梅", 600_000_001, "wxid_mei");
    AddressBook book = new AddressBook();
    crowdIn(book, "2");
    Identities after = identities("two", book);
    after.learn(new UserName("@b1"), "wxid_mei");

    book.put(contact("@b1", "quite another", 600_000_777));

    assertThat(after.of(new UserName("@b1"))).contains(new Identity(before, 1));
  }

  @Test
  void ofSpecialAccountsNeedNoProof() {
    Identities identities = identities("one", new AddressBook());

    identities.learn(UserName.FILE_HELPER, "wxid_helper");

    assertThat(changes).isEmpty();
    assertThat(store.all()).isEmpty();
  }

  /** It looked through all rooms for each name that nobody bears: minutes for 5,000 contacts. */
  @Test
  void lookForNobodyTwiceInTheSameList() {
    AddressBook book = new AddressBook();
    crowdIn(book, "1");
    List<Contact> before = book.all();
    Identities identities = identities("one", book);

    assertThat(identities.of(new UserName("@nobody"))).isEmpty();
    assertThat(book.all()).isSameAs(before);
    book.put(contact("@nobody", "梅", 600_000_001));
    assertThat(identities.of(new UserName("@nobody"))).isPresent();
  }

  @Test
  void knowTheAccountItselfBeforeAnybodyElse() {
    Identities identities = identities("one", new AddressBook());

    assertThat(identities.of(new UserName("@self"))).isPresent();
  }

  @Test
  void tellNobodysNameInALog() {
    assertThat(Portrait.of(contact("@a1", "梅", 600_000_001)).toString()).doesNotContain("梅");
  }

  private StableId meetOnce(String name, long picture, String realId) {
    AddressBook book = new AddressBook();
    book.put(contact("@a1", name, picture));
    crowdIn(book, "1");
    Identities identities = identities("one", book);
    identities.learn(new UserName("@a1"), realId);
    return id(identities, "@a1");
  }

  /** A hundred others, so that to have the same picture means something. */
  private static void crowdIn(AddressBook book, String session) {
    for (int i = 0; i < 100; i++) {
      book.put(contact("@" + session + "x" + i, "friend " + i, 610_000_000 + i));
    }
  }

  private Map<Integer, StableId> logIn(Crowd crowd, String session) {
    AddressBook book = new AddressBook();
    Map<UserName, Integer> people = crowd.logIn(book);
    Identities identities =
        new Identities(store, session, crowd.self(), book::all, randomness, changes::add);
    identities.meet();
    Map<Integer, StableId> ids = new HashMap<>();
    people.forEach((name, who) -> identities.of(name).ifPresent(one -> ids.put(who, one.id())));
    return ids;
  }

  private Identities identities(String session, AddressBook book) {
    Self self = new Self(77, new UserName("@self"), Names.of("林"), "", 2, "", true, 1);
    return new Identities(store, session, self, book::all, randomness, changes::add);
  }

  private static StableId id(Identities identities, String userName) {
    Optional<Identity> found = identities.of(new UserName(userName));
    return found.orElseThrow().id();
  }

  private static Contact contact(String userName, String name, long picture) {
    return new Contact(
        0,
        new UserName(userName),
        new Names(name, "", "", Pinyin.NONE, Pinyin.NONE),
        Traits.NONE,
        "/cgi-bin/mmwebwx-bin/webwxgeticon?seq=" + picture + "&username=x&skey=y",
        new ContactFlags(3),
        Room.NONE);
  }
}
