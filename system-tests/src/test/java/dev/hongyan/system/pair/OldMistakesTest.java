// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.pair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.client.event.Event;
import dev.hongyan.client.event.Overflow;
import dev.hongyan.client.store.AccountStore;
import dev.hongyan.protocol.contact.ContactBatch;
import dev.hongyan.protocol.sync.Sync;
import dev.hongyan.protocol.sync.SyncCheck;
import dev.hongyan.server.fault.Denial;
import dev.hongyan.server.fault.Mishap;
import dev.hongyan.server.script.Person;
import dev.hongyan.testkit.HongyanExtension;
import dev.hongyan.testkit.TestServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What other clients have got wrong (protocol reference 6.4, 7.3, 8.4), each by its name. */
@Timeout(60)
@ExtendWith(HongyanExtension.class)
class OldMistakesTest {

  private final List<String> handled = Collections.synchronizedList(new ArrayList<>());
  private final List<Event> events = Collections.synchronizedList(new ArrayList<>());

  private WirePair listening(TestServer server, AccountStore store) throws InterruptedException {
    WirePair pair = WirePair.at(server, store);
    pair.client().onText((chat, text) -> handled.add(text.content()));
    var _ = pair.client().subscribe(10_000, Overflow.DROP_OLDEST, events::add);
    return pair.online("lin");
  }

  private WirePair listening(TestServer server) throws InterruptedException {
    return listening(server, AccountStore.inMemory());
  }

  private static void write(TestServer server, String text) throws InterruptedException {
    server.person("mei").says(text).to(server.person("lin"));
    server.elapse(Duration.ofMinutes(1));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 99})
  void messagesDroppedUnlessTheSelectorIsTwo(int selector, TestServer server)
      throws InterruptedException {
    try (WirePair _ = listening(server)) {
      server.elapse(Duration.ofMinutes(1));
      int before = server.requests().count("webwxsync");
      server.faults().inject(new Denial.StuckSelector(selector).on(SyncCheck.CALL).times(1));
      server.elapse(Duration.ofMinutes(1));
      // Nobody has written: only this selector can have asked for it.
      assertThat(server.requests().count("webwxsync")).isEqualTo(before + 1);

      server.faults().inject(new Denial.StuckSelector(selector).on(SyncCheck.CALL).times(5));
      write(server, "hello");
    }

    assertThat(handled).containsExactly("hello");
  }

  @Test
  void keySavedBeforeHandling(TestServer server) throws InterruptedException {
    AccountStore store = AccountStore.inMemory();
    try (WirePair first = WirePair.at(server, store)) {
      first
          .client()
          .onText((_, text) -> {
            server.time().pause(Duration.ofDays(1));
            handled.add("never: " + text.content());
          });
      first.online("lin");
      write(server, "one");
      write(server, "two");
    }

    try (WirePair _ = listening(server, store)) {
      server.elapse(Duration.ofMinutes(1));
    }

    assertThat(handled).containsExactly("one", "two");
  }

  @Test
  void logoutCalledOnANetworkError(TestServer server) throws InterruptedException {
    try (WirePair pair = listening(server)) {
      pair.road().isClosed(true);
      server.elapse(Duration.ofHours(1));
      pair.road().isClosed(false);
      write(server, "still here");
    }

    assertThat(handled).containsExactly("still here");
    assertThat(events).noneMatch(Event.SessionEnded.class::isInstance);
    assertThat(server.requests().count("webwxlogout")).isZero();
  }

  @Test
  void retryWithoutADelay(TestServer server) throws InterruptedException {
    try (WirePair _ = listening(server)) {
      server.faults().inject(new Denial.Reset().on(SyncCheck.CALL));
      int before = server.requests().count("synccheck");
      server.elapse(Duration.ofMinutes(10));

      assertThat(server.requests().count("synccheck") - before).isBetween(10, 60);
    }
  }

  @Test
  void errorCounterThatNeverResets(TestServer server) throws InterruptedException {
    try (WirePair _ = listening(server)) {
      for (int i = 0; i < 50; i++) {
        server.faults().inject(new Mishap.Lost().on(Sync.CALL).times(1));
        write(server, "line " + i);
      }
    }

    assertThat(handled).hasSize(50).startsWith("line 0").endsWith("line 49");
    assertThat(events.stream().filter(Event.SyncDelayed.class::isInstance))
        .hasSize(50)
        .allMatch(event -> ((Event.SyncDelayed) event).failures() == 1);
  }

  @Test
  void aStuckHandlerThatStopsPolling(TestServer server) throws InterruptedException {
    try (WirePair pair = WirePair.at(server)) {
      pair.client()
          .onText((_, text) -> {
            if (text.content().equals("stuck")) {
              server.time().pause(Duration.ofDays(1));
            }
            handled.add(text.content());
          });
      pair.online("lin");
      write(server, "stuck");
      server.requests().clear();

      server.person("bo").says("beside it").to(server.person("lin"));
      server.elapse(Duration.ofMinutes(10));

      assertThat(handled).containsExactly("beside it");
      assertThat(server.requests().count("synccheck")).isGreaterThan(20);
    }
  }

  @Test
  void changeListsIgnored(TestServer server) throws InterruptedException {
    Person lin = server.person("lin");
    try (WirePair pair = listening(server)) {
      Person new1 = server.cast().enters("new", "新朋友");
      lin.befriends(new1);
      server.elapse(Duration.ofMinutes(1));
      assertThat(pair.client().find("新朋友")).hasSize(1);

      lin.deletes(new1);
      server.elapse(Duration.ofMinutes(1));
      assertThat(pair.client().find("新朋友")).isEmpty();
    }
    assertThat(events).anyMatch(Event.ContactChanged.class::isInstance);
    assertThat(events).anyMatch(Event.ContactRemoved.class::isInstance);
  }

  @Test
  void aMessageBeforeItsContact(TestServer server) throws InterruptedException {
    List<String> names = Collections.synchronizedList(new ArrayList<>());
    Person stranger = server.cast().enters("new", "新朋友");
    try (WirePair pair = WirePair.at(server)) {
      pair.client().onText((_, text) -> names.add(text.sender().name()));
      pair.online("lin");
      server.faults().inject(new Mishap.Lost().on(ContactBatch.CALL).times(1));
      stranger.befriends(server.person("lin"));
      stranger.says("hello").to(server.person("lin"));
      server.elapse(Duration.ofMinutes(1));
    }

    assertThat(names).containsExactly("新朋友");
  }
}
