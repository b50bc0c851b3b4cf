// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.client.people;

import dev.hongyan.protocol.Retcode;
import dev.hongyan.protocol.UserName;
import java.util.List;

/** What became of a wish about a chat room. */
public sealed interface RoomOutcome {

  /**
   * The server has done it, if not for everybody: see each of the people. The room was read again.
   *
   * @param room the room; the new one where it was to be created
   * @param people whom it was about, with what became of each; nobody if it was the room alone
   */
  record Done(UserName room, List<Entrant> people) implements RoomOutcome {

    public Done {
      people = List.copyOf(people);
    }
  }

  /**
   * The server said no. A room may be refused with a retcode of 0: then only the text tells, and
   * there is no room nonetheless (protocol reference 3.29).
   *
   * @param retcode the number it gave (protocol reference 7.1)
   * @param text its words, often empty
   * @param people what stands against each of them, as far as told
   */
  record Refused(Retcode retcode, String text, List<Entrant> people) implements RoomOutcome {

    public Refused {
      people = List.copyOf(people);
    }
  }

  /** No answer came that makes sense, so it may or may not have been done. */
  record Unknown() implements RoomOutcome {}
}
