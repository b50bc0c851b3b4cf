// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.client.FakeService.Fault;
import dev.hongyan.client.event.Event;
import dev.hongyan.client.event.Overflow;
import dev.hongyan.protocol.UserName;
import dev.hongyan.protocol.contact.Contact;
import dev.hongyan.protocol.contact.ContactFlags;
import dev.hongyan.protocol.contact.Member;
import dev.hongyan.protocol.sync.ContactChange;
import dev.hongyan.protocol.sync.ContactGone;
import dev.hongyan.protocol.sync.ProfileChange;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a sync brings besides messages. */
@Timeout(60)
class NewsTest extends ClientScenario {

  private final List<Event> events = new CopyOnWriteArrayList<>();

  @Test
  void aChangedContactIsReadAgain() throws InterruptedException {
    WeChat client = started();
    service.details.put(BO, person(BO, "波", "Wave"));

    service.changes.add(change(person(BO, "波", "")));
    service.deliver(text(1, MEI, "wakes the sync"));
    await(() -> client.chat(BO).name().equals("Wave"));
    await(() -> !told(Event.ContactChanged.class).isEmpty());

    assertThat(events).contains(new Event.ContactChanged(client.chat(BO).contact().orElseThrow()));
  }

  @Test
  void aChangeThatCannotBeReadAgainIsLaidOverWhatIsKnown() throws InterruptedException {
    WeChat client = started();
    service.fail("webwxbatchgetcontact", Fault.LOST_REQUEST, 100);

    service.changes.add(change(person(MEI, "", "Prune")));
    service.deliver(text(1, MEI, "wakes the sync"));
    await(() -> client.chat(MEI).name().equals("Prune"));

    Contact mei = client.chat(MEI).contact().orElseThrow();
    assertThat(mei.names().nickName()).isEqualTo("梅");
    assertThat(mei.flags().isContact()).isTrue();
  }

  @Test
  void aRemarkThatIsTakenAwayIsGone() throws InterruptedException {
    WeChat client = started();
    service.fail("webwxbatchgetcontact", Fault.LOST_REQUEST, 100);

    service.changes.add(change(person(MEI, "梅", "")));
    service.deliver(text(1, MEI, "wakes the sync"));

    await(() -> client.chat(MEI).name().equals("梅"));
  }

  @Test
  void aRoomThatGainsAMemberKnowsHim() throws InterruptedException {
    WeChat client = started();
    service.details.put(
        TEAM, room(TEAM, "team", Member.of(MEI, "Plum", ""), Member.of(STRANGER, "客", "")));

    service.changes.add(change(room(TEAM, "team")));
    service.deliver(text(1, MEI, "wakes the sync"));

    await(() -> client.chat(TEAM).members().size() == 2);
  }

  @Test
  void whoIsGoneIsForgotten() throws InterruptedException {
    WeChat client = started();

    service.gone.add(new ContactGone(BO, ContactFlags.NONE));
    service.deliver(text(1, MEI, "wakes the sync"));
    await(() -> client.contacts().size() == 1);
    await(() -> !told(Event.ContactRemoved.class).isEmpty());

    assertThat(events).contains(new Event.ContactRemoved(BO));
  }

  @Test
  void aNewNickNameOfOneselfIsTaken() throws InterruptedException {
    WeChat client = started();

    service.profile = new ProfileChange(ProfileChange.CHANGED, "小林", "", 0, "", "");
    service.deliver(text(1, MEI, "wakes the sync"));

    await(() -> client.self().names().nickName().equals("小林"));
  }

  /** Watchers have a thread of their own, so an event may come a little later than its cause. */
  private <E extends Event> List<E> told(Class<E> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private WeChat started() throws InterruptedException {
    WeChat client = client();
    var _ = client.subscribe(1000, Overflow.DROP_OLDEST, events::add);
    scanAndConfirm(client);
    client.start();
    return client;
  }

  private static ContactChange change(Contact contact) {
    return new ContactChange(contact, UserName.NONE, false);
  }
}
