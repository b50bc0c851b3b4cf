// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.system.wire;

import dev.hongyan.server.world.LiveSession;
import dev.hongyan.server.world.Message;
import dev.hongyan.server.world.Population;
import dev.hongyan.server.world.World;
import java.util.List;

/**
 * All of a world that a client could have changed: who is there and knows whom, what is on every
 * phone, and how far each session is.
 */
record WorldState(Population people, List<List<Message>> phones, List<Progress> sessions) {

  /** How far a session is. */
  record Progress(long number, long acknowledged) {

    static Progress of(LiveSession live) {
      return new Progress(live.session().number(), live.session().acknowledged());
    }
  }

  static WorldState of(World world) {
    return new WorldState(
        world.population(),
        world.accounts().all().stream()
            .map(account -> world.messages().onPhone(account.id(), 0, Integer.MAX_VALUE))
            .toList(),
        world.sessions().live().stream().map(Progress::of).toList());
  }
}
