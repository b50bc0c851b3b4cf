// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.server.world.SyncKeys.Fault;
import dev.hongyan.server.world.SyncKeys.Pair;
import dev.hongyan.server.world.SyncKeys.Reading;
import dev.hongyan.time.Randomness;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SyncKeysTest {

  private static final Instant LOGIN = Instant.parse("2026-03-01T08:00:00Z");

  private final Session session = session(600_000_123, LOGIN);

  @Test
  void haveTheNumbersOfTheService() {
    assertThat(SyncKeys.first(session, 7)).extracting(Pair::key).containsExactly(1L, 2L, 3L, 1000L);
    assertThat(SyncKeys.later(session, 7, LOGIN.plusSeconds(5)))
        .extracting(Pair::key)
        .containsExactly(1L, 2L, 3L, 11L, 201L, 1000L, 1001L);
    assertThat(SyncKeys.later(session, 7, LOGIN.plusSeconds(5)))
        .contains(
            new Pair(2, 600_000_130),
            new Pair(201, LOGIN.getEpochSecond() + 5),
            new Pair(1000, LOGIN.getEpochSecond() - 72),
            new Pair(1001, LOGIN.getEpochSecond()));
  }

  @Test
  void sayThePlaceWhenTheyComeBack() {
    assertThat(SyncKeys.read(session, SyncKeys.first(session, 0), 9)).isEqualTo(new Reading.At(0));
    assertThat(SyncKeys.read(session, SyncKeys.first(session, 9), 9)).isEqualTo(new Reading.At(9));
    assertThat(SyncKeys.read(session, SyncKeys.later(session, 4, LOGIN), 9))
        .isEqualTo(new Reading.At(4));
    List<Pair> shuffled = new ArrayList<>(SyncKeys.later(session, 4, LOGIN));
    Collections.reverse(shuffled);
    assertThat(SyncKeys.read(session, shuffled, 9)).isEqualTo(new Reading.At(4));
  }

  @Test
  void stayBelowTwoToThe31AfterABillionItems() {
    Session highest = session(SyncKeys.LOWEST_BASE + SyncKeys.BASES - 1, LOGIN);

    assertThat(SyncKeys.later(highest, 1_000_000_000, Instant.parse("2037-12-31T00:00:00Z")))
        .allSatisfy(pair -> assertThat(pair.value()).isBetween(0L, (long) Integer.MAX_VALUE));
  }

  @Test
  void areRefusedBeyondWhatWasGiven() {
    assertRejected(SyncKeys.first(session, 10), Fault.NEWER);
  }

  @Test
  void areRefusedFromAnotherSession() {
    assertRejected(SyncKeys.first(session(600_000_124, LOGIN), 3), Fault.FOREIGN);
    assertRejected(SyncKeys.first(session(600_000_123, LOGIN.plusSeconds(1)), 3), Fault.FOREIGN);
    assertRejected(List.of(new Pair(2, 600_000_125)), Fault.FOREIGN);
  }

  @Test
  void areRefusedIfTheyAreNone() {
    assertRejected(List.of(), Fault.MALFORMED);
    assertRejected(List.of(new Pair(1, 600_000_123)), Fault.MALFORMED);
    assertRejected(List.of(new Pair(2, -1)), Fault.MALFORMED);
    assertRejected(List.of(new Pair(-2, 1)), Fault.MALFORMED);
    assertRejected(List.of(new Pair(2, 1L << 31)), Fault.MALFORMED);
    List<Pair> twice = new ArrayList<>(SyncKeys.first(session, 3));
    twice.add(twice.getFirst());
    assertRejected(twice, Fault.MALFORMED);
    List<Pair> endless = new ArrayList<>(SyncKeys.first(session, 3));
    for (int i = 0; i < 32; i++) {
      endless.add(new Pair(5000 + i, 1));
    }
    assertRejected(endless, Fault.MALFORMED);
  }

  private void assertRejected(List<Pair> pairs, Fault fault) {
    assertThat(SyncKeys.read(session, pairs, 9)).isEqualTo(new Reading.Rejected(fault));
  }

  private static Session session(int base, Instant created) {
    NewSession drawn = NewSession.draw(Randomness.seeded(5));
    return new Session(
        1,
        new AccountId(30),
        ClientKind.WEB,
        drawn.secrets(),
        new UserNames(drawn.namesKey()),
        new MediaHandles(new SessionCipher(drawn.namesKey())),
        base,
        created,
        created,
        0,
        Optional.empty(),
        Optional.empty());
  }
}
