// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.embedder;

import dev.hongyan.client.store.AccountStore;
import dev.hongyan.server.world.SamplePeople;
import dev.hongyan.server.world.World;
import dev.hongyan.time.Randomness;
import dev.hongyan.time.Time;
import java.nio.file.Path;

/** Opens what client and server keep, and says which modules they came from. */
public final class Embedder {

  private Embedder() {}

  /** Keeps the client's files in the folder that is the first argument. */
  public static void main(String[] args) {
    var people = SamplePeople.withFriends(SamplePeople.NAMED);
    try (var world = World.inMemory(people, Time.system(), Randomness.secure());
        var mailbox = AccountStore.folder(Path.of(args[0])).open()) {
      System.out.println(world.accounts().named(SamplePeople.LIN).orElseThrow().name());
      System.out.println(world.getClass().getModule());
      System.out.println(mailbox.getClass().getModule());
    }
  }
}
