// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.server.world;

import java.util.Optional;

/**
 * What a member of a room changes for himself; what is empty stays as it is.
 *
 * @param displayName his name in this room, empty text for none; the only one that others see
 * @param saved whether he keeps the room in his address book
 */
public record MemberEdit(
    Optional<String> displayName,
    Optional<Boolean> saved,
    Optional<Boolean> pinned,
    Optional<Boolean> muted) {

  /** Changes nothing. */
  public static final MemberEdit NONE =
      new MemberEdit(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** The same with another name in the room. */
  public MemberEdit displayName(String name) {
    return new MemberEdit(Optional.of(name), saved, pinned, muted);
  }

  /** The same, kept in the address book or not. */
  public MemberEdit saved(boolean on) {
    return new MemberEdit(displayName, Optional.of(on), pinned, muted);
  }

  /** The same, at the top of the chats or not. */
  public MemberEdit pinned(boolean on) {
    return new MemberEdit(displayName, saved, Optional.of(on), muted);
  }

  /** The same, silent or not. */
  public MemberEdit muted(boolean on) {
    return new MemberEdit(displayName, saved, pinned, Optional.of(on));
  }
}
