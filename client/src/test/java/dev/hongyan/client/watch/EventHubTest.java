// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hongyan.client.event.Event;
import dev.hongyan.client.event.Event.ContactsLoaded;
import dev.hongyan.client.event.Overflow;
import dev.hongyan.client.event.Subscription;
import dev.hongyan.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EventHubTest {

  private final VirtualTime time = VirtualTime.flowing(Instant.EPOCH);
  private final EventHub hub = new EventHub(time);
  private final List<Event> seen = new CopyOnWriteArrayList<>();

  @Test
  void aSlowWatcherKeepsTheNewestOrTheOldest() throws InterruptedException {
    List<Event> newest = new CopyOnWriteArrayList<>();
    try (var _ = time.enter();
        Subscription dropsOldest = hub.subscribe(2, Overflow.DROP_OLDEST, slowly(newest));
        Subscription dropsNewest = hub.subscribe(2, Overflow.DROP_NEWEST, slowly(seen))) {
      hub.publish(new ContactsLoaded(1));
      time.pause(Duration.ofSeconds(1));
      for (int i = 2; i <= 6; i++) {
        hub.publish(new ContactsLoaded(i));
      }
      time.pause(Duration.ofHours(1));

      assertThat(newest).extracting(EventHubTest::number).containsExactly(1, 5, 6);
      assertThat(seen).extracting(EventHubTest::number).containsExactly(1, 2, 3);
      assertThat(dropsOldest.dropped()).isEqualTo(3);
      assertThat(dropsNewest.dropped()).isEqualTo(3);
    }
  }

  @Test
  void aWatcherThatFailsSeesTheNextEvent() throws InterruptedException {
    try (var _ = time.enter();
        var _ =
            hub.subscribe(
                9,
                Overflow.DROP_OLDEST,
                event -> {
                  seen.add(event);
                  throw new IllegalStateException("cannot stand events");
                })) {
      hub.publish(new ContactsLoaded(1));
      hub.publish(new ContactsLoaded(2));
      time.pause(Duration.ofSeconds(1));

      assertThat(seen).hasSize(2);
    }
  }

  @Test
  void whoHasClosedSeesNoMore() throws InterruptedException {
    try (var _ = time.enter()) {
      hub.subscribe(9, Overflow.DROP_OLDEST, seen::add).close();
      hub.publish(new ContactsLoaded(1));
      time.pause(Duration.ofSeconds(1));

      assertThat(seen).isEmpty();
    }
  }

  @Test
  void aQueueHoldsAtLeastOneEvent() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> hub.subscribe(0, Overflow.DROP_OLDEST, seen::add));
  }

  private Consumer<Event> slowly(List<Event> list) {
    return event -> {
      list.add(event);
      try {
        time.pause(Duration.ofMinutes(1));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    };
  }

  private static int number(Event event) {
    return ((ContactsLoaded) event).soFar();
  }
}
