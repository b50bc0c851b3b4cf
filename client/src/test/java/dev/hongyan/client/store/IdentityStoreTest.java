// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hongyan.client.identity.Acquaintance;
import dev.hongyan.client.identity.IdentityStore;
import dev.hongyan.client.identity.Portrait;
import dev.hongyan.client.identity.StableId;
import dev.hongyan.protocol.UserName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class IdentityStoreTest {

  private static final StableId MEI = new StableId("mei");
  private static final StableId BO = new StableId("bo");

  @TempDir private Path folder;

  @Test
  void keepsEverythingOverARestart() {
    Acquaintance mei = acquaintance(MEI, "梅", 0.987654);
    write(store -> {
      store.put(List.of(acquaintance(MEI, "before", 1), acquaintance(BO, "波", 1)));
      store.put(List.of(mei));
    });

    write(store -> assertThat(store.all()).containsExactly(acquaintance(BO, "波", 1), mei));
    assertThat(AccountStore.folder(folder).identities().all()).contains(mei);
  }

  @Test
  void leadsFromIdsThatWereGivenUpToTheLastOne() {
    StableId an = new StableId("an");
    write(store -> {
      store.put(List.of(acquaintance(MEI, "梅", 1), acquaintance(BO, "波", 1)));
      store.merge(an, BO);
      store.merge(BO, MEI);
    });

    write(store -> {
      assertThat(store.all()).extracting(Acquaintance::id).containsExactly(MEI);
      assertThat(store.merged()).isEqualTo(Map.of(an, MEI, BO, MEI));
    });
  }

  @Test
  void losesNothingButATornEnd() throws IOException {
    write(store -> store.put(List.of(acquaintance(MEI, "梅", 1), acquaintance(BO, "波", 1))));
    Path file = folder.resolve("identities");
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 3));

    write(store -> assertThat(store.all()).containsExactly(acquaintance(MEI, "梅", 1)));
  }

  @Test
  void stopsGrowingWhenTheSamePeopleAreSeenAgainAndAgain() throws IOException {
    List<Acquaintance> many =
        IntStream.range(0, 1000)
            .mapToObj(i -> acquaintance(new StableId("id" + i), "n" + i, 1))
            .toList();

    write(store -> {
      for (int i = 0; i < 40; i++) {
        store.put(many);
      }
    });

    assertThat(Files.size(folder.resolve("identities"))).isLessThan(6L << 20);
    write(store -> assertThat(store.all()).hasSize(1000));
  }

  @Test
  void forgetsEverybodyWhenAnotherAccountMovesIn() {
    try (Mailbox mailbox = AccountStore.folder(folder).open()) {
      assertThat(mailbox.claim(1)).isTrue();
      mailbox.identities().put(List.of(acquaintance(MEI, "梅", 1)));

      assertThat(mailbox.claim(2)).isTrue();

      assertThat(mailbox.identities().all()).isEmpty();
    }
    assertThat(AccountStore.folder(folder).identities().all()).isEmpty();
  }

  private void write(Consumer<IdentityStore> work) {
    try (Mailbox mailbox = AccountStore.folder(folder).open()) {
      work.accept(mailbox.identities());
    }
  }

  private static Acquaintance acquaintance(StableId id, String name, double confidence) {
    Portrait portrait =
        new Portrait(
            Portrait.Kind.PERSON,
            42,
            "wxid_x",
            "alias",
            "ali",
            name,
            "remark",
            600_000_001,
            2_147_584_103L,
            2,
            "浙江",
            "杭州",
            "山高水长",
            false,
            Set.of(new StableId("room1"), new StableId("room2")));
    return new Acquaintance(id, portrait, "session", new UserName("@1"), confidence);
  }
}
