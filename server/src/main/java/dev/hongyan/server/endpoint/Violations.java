// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.endpoint;

import dev.hongyan.server.world.Breach;
import dev.hongyan.server.world.World;
import java.util.Optional;

/** Notes what a client did wrong, with the call and the account where they are known. */
record Violations(World world) {

  void add(Breach breach, Visit visit, String detail) {
    world.violations().add(breach, visit.call(), detail, Optional.empty());
  }

  /** The file helper's page does without this call (protocol reference 11). */
  void addUnusual(Guest guest) {
    add(Breach.UNUSUAL_CALL, guest, "not of the file helper");
  }

  void add(Breach breach, Guest guest, String detail) {
    world
        .violations()
        .add(breach, guest.visit().call(), detail, Optional.of(guest.account().name()));
  }
}
