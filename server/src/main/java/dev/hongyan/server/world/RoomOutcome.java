// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import java.util.List;

/** What became of a wish about a chat room. */
public sealed interface RoomOutcome {

  /**
   * It is done, and safe.
   *
   * @param people whom it was about, in the order in which they were named
   */
  record Done(Room room, List<Entrant> people) implements RoomOutcome {

    public Done {
      people = List.copyOf(people);
    }
  }

  /**
   * Nothing has changed.
   *
   * @param people whom it was about, as far as it matters
   */
  record Refused(RoomRefusal refusal, List<Entrant> people) implements RoomOutcome {

    public Refused {
      people = List.copyOf(people);
    }

    static Refused of(RoomRefusal refusal) {
      return new Refused(refusal, List.of());
    }
  }

  /** Somebody who was to come into a room or to go. */
  record Entrant(Account account, Standing standing) {}

  /** What became of him. */
  enum Standing {
    /** He is in now, or out. */
    DONE,
    /** He is in once he says yes on his phone. */
    INVITED,
    /** He has blocked whoever wants to bring him in. */
    HAS_BLOCKED,
    /** He is no friend of whoever wants to bring him in. */
    NO_FRIEND
  }
}
