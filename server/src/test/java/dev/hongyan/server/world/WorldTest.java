// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hongyan.time.Randomness;
import dev.hongyan.time.VirtualTime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class WorldTest {

  private final VirtualTime time = VirtualTime.stepped(Scene.START);

  @TempDir private Path folder;

  @Test
  void beginsWithTheSample() {
    try (World world = sample(3)) {
      AccountId lin = world.accounts().named("lin").orElseThrow().id();

      assertThat(world.contacts().of(lin))
          .extracting(contact -> contact.account().name())
          .containsExactly("mei", "bo", "an", "paper");
      RoomId team = world.rooms().named("team").orElseThrow().id();
      assertThat(world.rooms().members(team))
          .extracting(member -> member.account().name())
          .containsExactly("lin", "mei", "bo", "an");
      Account paper = world.accounts().named("paper").orElseThrow();
      assertThat(paper.verifyFlag()).isEqualTo(24);
      assertThat(paper.keyWord()).isEqualTo("gh_");
      assertThat(world.accounts().account(lin).keyWord()).isEmpty();
      assertThat(world.accounts().named("filehelper").orElseThrow().keyWord()).isEqualTo("fil");
    }
  }

  @Test
  void isTheSameEachTime() {
    try (World one = sample(200);
        World other = World.inMemory(SamplePeople.withFriends(200), time, Randomness.seeded(9))) {
      assertThat(one.accounts().all()).isEqualTo(other.accounts().all());
      assertThat(one.population()).isEqualTo(other.population());
    }
  }

  @Test
  void givesEveryFriendANameOfHisOwn() {
    try (World world = sample(1000)) {
      List<Account> people = world.accounts().all();

      assertThat(people).extracting(Account::uin).doesNotHaveDuplicates();
      assertThat(people).extracting(Account::realId).doesNotHaveDuplicates();
      long names = people.stream().map(a -> a.profile().nickName()).distinct().count();
      assertThat(names).isGreaterThan(900);
      assertThat(people).anyMatch(account -> account.uin() > 1L << 31);
    }
  }

  @Test
  void refusesTooFewAndTooManyFriends() {
    assertThatThrownBy(() -> SamplePeople.withFriends(2)).isInstanceOf(WorldException.class);
    assertThatThrownBy(() -> SamplePeople.withFriends(10_001)).isInstanceOf(WorldException.class);
  }

  @Test
  void turnsTheAddressBookPageByPage() {
    try (World world = sample(25)) {
      AccountId lin = world.accounts().named("lin").orElseThrow().id();
      List<BookPage.Entry> entries = new ArrayList<>();
      long next = 0;
      int pages = 0;
      do {
        BookPage page = world.contacts().book(lin, next, 7);
        entries.addAll(page.entries());
        next = page.next();
        pages++;
      } while (next != 0);

      int all = 3 + 1 + 26 + 1; // special accounts, oneself, people, the saved room
      assertThat(pages).isEqualTo(5);
      assertThat(entries).hasSize(all);
      assertThat(entries).extracting(BookPage.Entry::position).isSorted().doesNotHaveDuplicates();
      assertThat(entries).filteredOn(BookPage.Entry.SavedRoom.class::isInstance).hasSize(1);
      assertThat(entries).filteredOn(BookPage.Entry.Self.class::isInstance).hasSize(1);
      assertThat(world.contacts().book(lin, 0, all).next()).isZero();
    }
  }

  @Test
  void letsOneLookAtWhomOneKnowsOrMeetsOnly() {
    try (World world = sample(4)) {
      AccountId mei = world.accounts().named("mei").orElseThrow().id();
      AccountId an = world.accounts().named("an").orElseThrow().id();
      AccountId friend = world.accounts().named("friend-1").orElseThrow().id();
      AccountId helper = world.accounts().named("filehelper").orElseThrow().id();

      assertThat(world.contacts().mayLookAt(mei, mei)).isTrue();
      assertThat(world.contacts().mayLookAt(mei, an)).isTrue();
      assertThat(world.contacts().mayLookAt(mei, helper)).isTrue();
      assertThat(world.contacts().mayLookAt(mei, friend)).isFalse();
      world
          .rooms()
          .open(
              new NewRoom(
                  "tea",
                  "",
                  "lin",
                  List.of(NewRoom.Member.of("mei"), NewRoom.Member.of("friend-1"))));
      assertThat(world.contacts().mayLookAt(mei, friend)).isTrue();
    }
  }

  @Test
  void isStillThereAfterTheProcessDied() throws Exception {
    Path file = folder.resolve("world.db");
    Path copy = folder.resolve("copy.db");
    Session session;
    MessageId id;
    String name;
    try (World world = kept(file)) {
      session = login(world, "lin");
      Account lin = world.accounts().named("lin").orElseThrow();
      Account mei = world.accounts().named("mei").orElseThrow();
      name = session.userNames().of(mei);
      id = ((SendOutcome.Sent) world.messages().send(Draft.typed(mei.id(), lin.id(), "hi"))).id();

      // What a dead process leaves: the file and its log as they are, nobody closes anything.
      Files.copy(file, copy);
      Files.copy(folder.resolve("world.db-wal"), folder.resolve("copy.db-wal"));
    }

    try (World again = kept(copy)) {
      Session restored = again.sessions().find(session.secrets().sid()).orElseThrow();
      Account mei = again.accounts().named("mei").orElseThrow();
      assertThat(restored.secrets()).isEqualTo(session.secrets());
      assertThat(restored.isLive()).isTrue();
      assertThat(restored.userNames().of(mei)).isEqualTo(name);
      Mail.Arrived arrived =
          (Mail.Arrived) again.mailboxes().page(restored, 0, 50).items().getFirst();
      assertThat(arrived.message().id()).isEqualTo(id);
      assertThat(SyncKeys.read(restored, SyncKeys.first(session, 0), 1))
          .isEqualTo(new SyncKeys.Reading.At(0));
      MessageId next =
          ((SendOutcome.Sent) again.messages().send(Draft.typed(mei.id(), restored.account(), "2")))
              .id();
      assertThat(next).isGreaterThan(id);
    }
  }

  @Test
  void keptInAFileIsNotReset() {
    try (World world = kept(folder.resolve("world.db"))) {
      assertThatThrownBy(() -> world.reset(SamplePeople.withFriends(3)))
          .isInstanceOfSatisfying(
              WorldException.class,
              e -> assertThat(e.problem()).isEqualTo(WorldException.Problem.CONFLICT));
    }
  }

  @Test
  void tellsOldSessionsOfAResetThatTheyAreOver() throws Exception {
    try (World world = sample(3)) {
      Session session = login(world, "lin");
      AccountId before = session.account();

      world.reset(SamplePeople.withFriends(5));

      assertThat(world.sessions().find(session.secrets().sid()).flatMap(Session::end))
          .contains(EndReason.RESET);
      AccountId lin = world.accounts().named("lin").orElseThrow().id();
      assertThat(lin).isNotEqualTo(before);
      assertThat(world.contacts().of(lin)).hasSize(6);
      assertThat(world.sessions().live()).isEmpty();
    }
  }

  @Test
  void isAsItWasIfTheNewPeopleMakeNoSense() {
    try (World world = sample(3)) {
      Population broken =
          new Population(
              List.of(NewAccount.person("lin", Profile.of("林"))),
              List.of(new Population.Friendship("lin", "nobody", "")),
              List.of());

      assertThatThrownBy(() -> world.reset(broken)).isInstanceOf(WorldException.class);

      assertThat(world.accounts().named("mei")).isPresent();
    }
  }

  @Test
  void refusesNamesThatAreNoneOrTaken() {
    try (World world = sample(3)) {
      for (String name : List.of("", "Lin", "l i n", "林", "a".repeat(33), "../x", "lin\n")) {
        assertThatThrownBy(() -> world.accounts().add(NewAccount.person(name, Profile.of("x"))))
            .as(name)
            .isInstanceOf(WorldException.class);
      }
      for (String name : List.of("lin", "team", "filehelper")) {
        assertThatThrownBy(() -> world.accounts().add(NewAccount.person(name, Profile.of("x"))))
            .hasMessageContaining("taken");
      }
    }
  }

  private World sample(int friends) {
    return World.inMemory(SamplePeople.withFriends(friends), time, Randomness.seeded(3));
  }

  private World kept(Path file) {
    return World.at(file, SamplePeople.withFriends(3), time, Randomness.seeded(3));
  }

  private static Session login(World world, String account) throws InterruptedException {
    String uuid = world.codes().create("client").orElseThrow();
    world.codes().scan(uuid, account);
    world.codes().confirm(uuid);
    var confirmed = (PollOutcome.Confirmed) world.codes().poll(uuid, true, Duration.ZERO);
    var in = (LoginResult.LoggedIn) world.codes().redeem(uuid, confirmed.ticket(), false);
    return in.session();
  }
}
