// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.client.FakeService.Fault;
import dev.hongyan.client.event.Event;
import dev.hongyan.client.event.Event.RoomPassedOn;
import dev.hongyan.client.event.LoginOutcome;
import dev.hongyan.client.event.Overflow;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.contact.Contact;
import dev.hongyan.protocol.contact.ContactFlags;
import dev.hongyan.protocol.contact.Member;
import dev.hongyan.protocol.contact.Names;
import dev.hongyan.protocol.contact.Room;
import dev.hongyan.protocol.contact.Traits;
import dev.hongyan.protocol.sync.ContactChange;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whose rooms are, and what is heard when they are passed on. */
@Timeout(60)
class RoomOwnerTest extends ClientScenario {

  private static final UserName SELF = FakeService.SELF;

  private final List<Event> events = new CopyOnWriteArrayList<>();
  private long messages;

  @Test
  void nobodyKnowsWhoseRoomItIsUntilItIsTold() throws InterruptedException {
    WeChat client = started();
    assertThat(client.chat(TEAM).owner()).isEmpty();

    tell(MEI);

    assertThat(owner(client)).contains(MEI);
    assertThat(client.chat(TEAM).owner().orElseThrow().shownName()).isEqualTo("梅梅");
    assertThat(passedOn()).isEmpty();
  }

  @Test
  void aRoomThatPassesFromOneToAnotherIsToldOnce() throws InterruptedException {
    WeChat client = started();

    tell(MEI);
    tell(MEI);
    tell(BO);
    tell(BO);

    assertThat(owner(client)).contains(BO);
    assertThat(passedOn()).containsExactly(new RoomPassedOn(TEAM, BO));
  }

  @Test
  void aChangeThatNamesNobodyTakesTheRoomFromNobody() throws InterruptedException {
    WeChat client = started();

    tell(MEI);
    tell(UserName.NONE);

    assertThat(owner(client)).contains(MEI);
    assertThat(passedOn()).isEmpty();
  }

  @Test
  void aRoomThatBecomesTheAccountsOwnIsToldOnce() throws InterruptedException {
    WeChat client = started();
    assertThat(isOwned(client)).isFalse();

    own(true);
    tell(SELF);

    assertThat(isOwned(client)).isTrue();
    assertThat(owner(client)).contains(SELF);
    assertThat(passedOn()).containsExactly(new RoomPassedOn(TEAM, SELF));
  }

  @Test
  void aRoomThatIsTheAccountsOwnBySayingSoItselfIsToldOnce() throws InterruptedException {
    WeChat client = started();

    own(true);
    tell(UserName.NONE);
    tell(SELF);

    assertThat(owner(client)).contains(SELF);
    assertThat(passedOn()).containsExactly(new RoomPassedOn(TEAM, SELF));
  }

  @Test
  void theAccountsOwnRoomThatIsGivenAwayIsToldOnce() throws InterruptedException {
    own(true);
    WeChat client = started();
    assertThat(owner(client)).contains(SELF);

    own(false);
    tell(BO);

    assertThat(isOwned(client)).isFalse();
    assertThat(owner(client)).contains(BO);
    assertThat(passedOn()).containsExactly(new RoomPassedOn(TEAM, BO));
  }

  @Test
  void theAccountOwnsNoRoomThatSaysOtherwise() throws InterruptedException {
    own(true);
    WeChat client = started();

    own(false);
    tell(UserName.NONE);
    assertThat(owner(client)).isEmpty();
    tell(BO);

    assertThat(passedOn()).containsExactly(new RoomPassedOn(TEAM, BO));
  }

  @Test
  void isRightAlsoWhereTheRoomCannotBeReadAgain() throws InterruptedException {
    own(true);
    WeChat client = started();
    service.fail("webwxbatchgetcontact", Fault.LOST_REQUEST, 100);

    tell(BO);

    assertThat(isOwned(client)).isFalse();
    assertThat(owner(client)).contains(BO);
  }

  @Test
  void aRoomSeenForTheFirstTimeIsNoNews() throws InterruptedException {
    WeChat client = started();
    UserName later = new UserName("@@later");
    Member[] members = {Member.of(SELF, "林", ""), Member.of(MEI, "梅", "")};
    service.details.put(later, room(later, "later", members));

    service.changes.add(new ContactChange(room(later, "later", members), MEI, false));
    deliver();

    assertThat(client.chat(later).owner().map(Member::userName)).contains(MEI);
    assertThat(passedOn()).isEmpty();
  }

  @Test
  void staysKnownAcrossARestartAndSoDoesTheNewsOfWhatHappenedMeanwhile()
      throws InterruptedException {
    WeChat first = started();
    tell(MEI);
    first.close();

    WeChat second = restored();
    assertThat(owner(second)).contains(MEI);
    tell(MEI);
    assertThat(passedOn()).isEmpty();
    tell(BO);

    assertThat(passedOn()).containsExactly(new RoomPassedOn(TEAM, BO));
  }

  @Test
  void aRoomThatBecameTheAccountsOwnMeanwhileIsToldByTheFirstSync() throws InterruptedException {
    WeChat first = started();
    tell(MEI);
    first.close();
    own(true);

    WeChat second = restored();
    assertThat(owner(second)).contains(SELF);
    assertThat(passedOn()).isEmpty();
    tell(SELF);

    assertThat(passedOn()).containsExactly(new RoomPassedOn(TEAM, SELF));
  }

  @Test
  void aGuestKnowsWhatTheOwnerOfTheSessionWasTold() throws InterruptedException {
    WeChat client = started();
    tell(MEI);
    WeChat guest = client();
    var _ = guest.subscribe(1000, Overflow.DROP_OLDEST, events::add);
    assertThat(guest.attach()).isInstanceOf(LoginOutcome.LoggedIn.class);

    guest.loadContacts();
    assertThat(owner(guest)).contains(MEI);
    own(true);
    guest.loadContacts();

    assertThat(owner(guest)).contains(SELF);
    assertThat(owner(client)).contains(MEI);
    assertThat(passedOn()).isEmpty();
  }

  @Test
  void aPrivateChatHasNoOwner() throws InterruptedException {
    WeChat client = started();

    service.changes.add(new ContactChange(person(MEI, "梅", "Plum"), BO, false));
    deliver();

    assertThat(client.chat(MEI).owner()).isEmpty();
    assertThat(passedOn()).isEmpty();
  }

  private WeChat started() throws InterruptedException {
    WeChat client = watched();
    scanAndConfirm(client);
    client.start();
    return client;
  }

  private WeChat restored() throws InterruptedException {
    WeChat client = watched();
    assertThat(client.restore()).isInstanceOf(LoginOutcome.LoggedIn.class);
    client.start();
    return client;
  }

  private WeChat watched() {
    WeChat client = client();
    var _ = client.subscribe(1000, Overflow.DROP_OLDEST, events::add);
    return client;
  }

  /** What the room says of itself when it is read. */
  private void own(boolean isOwned) {
    List<Member> members =
        List.of(Member.of(SELF, "林", ""), Member.of(MEI, "Plum", "梅梅"), Member.of(BO, "波", ""));
    Contact room =
        new Contact(
            0,
            TEAM,
            Names.of("team"),
            Traits.NONE,
            "",
            new ContactFlags(2),
            Room.of(members, "@encrypted", isOwned));
    service.details.put(TEAM, room);
  }

  private void tell(UserName owner) throws InterruptedException {
    service.changes.add(new ContactChange(room(TEAM, "team"), owner, false));
    deliver();
  }

  /** Has everything synced that has changed. */
  private void deliver() throws InterruptedException {
    service.deliver(text(++messages, MEI, "wakes the sync"));
    time.pause(Duration.ofMinutes(1));
  }

  private static Optional<UserName> owner(WeChat client) {
    return client.chat(TEAM).owner().map(Member::userName);
  }

  private static boolean isOwned(WeChat client) {
    return client.chat(TEAM).contact().orElseThrow().room().isOwned();
  }

  private List<Event> passedOn() {
    return events.stream().filter(RoomPassedOn.class::isInstance).toList();
  }
}
