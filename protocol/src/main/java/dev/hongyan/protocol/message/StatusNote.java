// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.protocol.message;

import dev.hongyan.protocol.UserName;
import java.util.List;

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
}
