// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

import dev.hongyan.protocol.UserName;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a status notify message tells (protocol reference 5.15).
 *
 * @param code 4 the list of chats, 2 a chat was opened on the phone, 1 read, 5 left; 0 for every
 *     other message
 */
public record StatusNote(int code, List<UserName> chats) {

  /** Every other message. */
  public static final StatusNote NONE = new StatusNote(0, List.of());

  /** The phone tells which chats it has. */
  public static final int CHATS = 4;

  /** The phone opened a chat. */
  public static final int OPENED = 2;

  /** The phone read a chat. */
  public static final int READ = 1;

  /** The phone left a chat. */
  public static final int LEFT = 5;

  public StatusNote {
    chats = List.copyOf(chats);
  }

  /** Until 2018 the content told the real ids as well, in the same order. */
  Draft draft(WireStyle style) {
    Draft draft = new Draft(MessageKind.STATUS).note(this).withoutSpeaker();
    if (!style.hasStatusContent()) {
      return draft;
    }
    String ids = chats.stream().map(style.realId()).collect(Collectors.joining(","));
    return draft.content(
        "<msg><op id='%d'><username>%s</username></op></msg>".formatted(code, ids));
  }
}
