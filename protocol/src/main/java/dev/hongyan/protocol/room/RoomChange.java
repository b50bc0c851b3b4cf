// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.room;

import dev.hongyan.protocol.UserName;
import java.util.List;

/** What can be done to a chat room (protocol reference 3.28). */
public sealed interface RoomChange {

  /** Adds friends, up to the size from which they must be invited. */
  record Add(List<UserName> members) implements RoomChange {

    public Add {
      members = List.copyOf(members);
    }
  }

  /** Invites friends into a large room; they must agree. */
  record Invite(List<UserName> members) implements RoomChange {

    public Invite {
      members = List.copyOf(members);
    }
  }

  /** Removes members; only the owner may. */
  record Remove(List<UserName> members) implements RoomChange {

    public Remove {
      members = List.copyOf(members);
    }
  }

  /** Gives the room another name. */
  record Rename(String topic) implements RoomChange {

    /** The length only: a name is people's words. */
    @Override
    public String toString() {
      return "rename to " + topic.length() + " characters";
    }
  }

  /** Leaves it. */
  record Leave() implements RoomChange {}
}
